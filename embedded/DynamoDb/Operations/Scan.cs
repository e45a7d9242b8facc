using EmbeddedAws.DynamoDb.Storage;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Operations;

/// <summary>Reads all items of a table or an index, or those of one segment.</summary>
internal sealed class Scan(TableStore tables, ItemStore items) : IDynamoDbOperation
{
    public Task<Answer> RunAsync(RequestReader request)
    {
        var parameters = new PageParameters(request);
        var requested = new ScanSegment(request);
        request.Finish();

        parameters.Placeholders.Check(parameters.HasExpression, "FilterExpression is null");
        var segment = requested.Parse();
        parameters.Parse();

        var table = tables.Get(parameters.TableName);
        var range = parameters.StartAfter(new ItemRange(table, parameters.Index(table)) { Segment = segment });

        return Task.FromResult<Answer>(Page.Read(items, parameters, range).Write);
    }
}
