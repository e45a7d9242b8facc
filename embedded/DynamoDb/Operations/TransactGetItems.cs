using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Storage;
using EmbeddedAws.DynamoDb.Values;
using EmbeddedAws.DynamoDb.Wire;
using EmbeddedAws.DynamoDb.Writes;

namespace EmbeddedAws.DynamoDb.Operations;

/// <summary>Reads up to 100 different items as they are at one moment.</summary>
internal sealed class TransactGetItems(TableStore tables, ItemStore items) : IDynamoDbOperation
{
    public Task<Answer> RunAsync(RequestReader request)
    {
        var gets = TransactionRules.Elements(request).Select(TransactedGet.Read).ToList();
        var capacity = ConsumedCapacity.Mode(request);
        request.Finish();

        foreach (var get in gets)
            get!.Parse();
        var targets = gets.Select(get => (Get: get!, Table: tables.Get(get!.Table))).ToList();
        var named = Cancellation.UnlessAll(targets, target => (target.Table, Key: target.Get.Resolve(target.Table)));
        TransactionRules.CheckDistinct(named);

        var found = items.GetAll(named);
        return Task.FromResult<Answer>(json =>
        {
            json.WriteStartArray("Responses");
            foreach (var (get, item) in gets.Zip(found))
            {
                json.WriteStartObject();
                json.WriteItem("Item", item is null ? null : get!.Project(item));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            TransactionCapacity.OfReads(json, capacity, gets.Zip(found, (get, item) => (get!.Table, item)));
        });
    }
}
