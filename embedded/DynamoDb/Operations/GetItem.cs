using EmbeddedAws.DynamoDb.Storage;
using EmbeddedAws.DynamoDb.Tables;
using EmbeddedAws.DynamoDb.Values;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Operations;

/// <summary>Reads one item by its key.</summary>
internal sealed class GetItem(TableStore tables, ItemStore items) : IDynamoDbOperation
{
    public Task<Answer> RunAsync(RequestReader request)
    {
        var reference = request.Table();
        var json = request.Required("Key");
        var projection = new ItemProjection(request);
        var capacity = ConsumedCapacity.Mode(request);
        request.Finish();

        projection.Parse();
        var key = ValueReader.ReadItem(json!.Value);
        var table = tables.Get(reference);
        KeyRules.CheckKey(table.Key, key);

        var item = items.Get(table, table.Key.Encode(key), projection.Consistent);
        return Task.FromResult<Answer>(answer =>
        {
            answer.WriteItem("Item", item is null ? null : projection.Of(item));
            var units = ConsumedCapacity.OfRead(item?.ItemSize ?? 0, projection.Consistent);
            ConsumedCapacity.OfPage(null, units).WriteMember(answer, reference, capacity);
        });
    }
}
