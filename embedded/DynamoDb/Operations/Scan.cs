using EmbeddedAws.DynamoDb.Storage;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Operations;

/// <summary>Reads all items of a table or an index.</summary>
internal sealed class Scan(TableStore tables, ItemStore items) : IOperation
{
    public Task<Answer> RunAsync(RequestReader request)
    {
        var parameters = new PageParameters(request);
        request.Finish();

        parameters.Placeholders.Check(parameters.HasExpression, "FilterExpression is null");
        parameters.Parse();

        var table = tables.Get(parameters.TableName);
        var range = parameters.StartAfter(new ItemRange(table, parameters.Index(table)));

        return Task.FromResult<Answer>(Page.Read(items, parameters, range).Write);
    }
}
