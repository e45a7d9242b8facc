using EmbeddedAws.DynamoDb.Expressions;
using EmbeddedAws.DynamoDb.Storage;
using EmbeddedAws.DynamoDb.Values;
using EmbeddedAws.DynamoDb.Wire;
using EmbeddedAws.DynamoDb.Writes;

namespace EmbeddedAws.DynamoDb.Operations;

/// <summary>Changes attributes of an item if its condition holds; one that is not there is made.</summary>
internal sealed class UpdateItem(TableStore tables, ItemStore items) : IDynamoDbOperation
{
    public async Task<Answer> RunAsync(RequestReader request)
    {
        var returns = new WriteReturns(request);
        var write = new UpdateWrite(request);
        request.Finish();

        write.Parse();
        write.Resolve(tables.Get(write.TableName));

        var written = await items.WriteAsync(write.Change);
        return answer => returns.Write(answer, write, written, Returned(returns.Values, written, write.Paths));
    }

    private static MapValue? Returned(string values, Written written, IReadOnlyList<DocumentPath> paths) => values switch
    {
        "ALL_OLD" => written.Old,
        "ALL_NEW" => written.New,
        "UPDATED_OLD" => Updated(written.Old, paths),
        "UPDATED_NEW" => Updated(written.New, paths),
        _ => null,
    };

    /// <summary>The updated parts of an item, or null where it has none of them.</summary>
    private static MapValue? Updated(MapValue? item, IReadOnlyList<DocumentPath> paths)
    {
        if (item is null || paths.Count == 0)
            return null;
        var parts = new ProjectionExpression(paths).Project(item);
        return parts.Attributes.Count == 0 ? null : parts;
    }
}
