using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Storage;
using EmbeddedAws.DynamoDb.Tables;
using EmbeddedAws.DynamoDb.Wire;
using EmbeddedAws.DynamoDb.Writes;

namespace EmbeddedAws.DynamoDb.Operations;

/// <summary>Puts and deletes up to 25 different items of any tables. Each write is one of its own; none is left unprocessed.</summary>
internal sealed class BatchWriteItem(TableStore tables, ItemStore items) : IDynamoDbOperation
{
    private const int MostWrites = 25;

    public async Task<Answer> RunAsync(RequestReader request)
    {
        var writes = Read(request);
        var capacity = ConsumedCapacity.Mode(request);
        request.OneOf("ReturnItemCollectionMetrics", "SIZE", "NONE"); // There are no metrics to return: see WriteReturns.
        request.Finish();

        if (writes.Count > MostWrites)
            throw WriteErrors.TooManyWrites();
        foreach (var write in writes)
            write.Parse();
        var targets = writes.ConvertAll(write => (Write: write, Table: tables.Get(write.Table)));
        var changes = targets.ConvertAll(target => target.Write.Resolve(target.Table));
        BatchRules.CheckDistinct([.. changes.Select(change => (change.Table.Id, change.Key))]);

        var written = await Task.WhenAll(changes.Select(items.WriteAsync));
        return json =>
        {
            json.WriteStartObject("UnprocessedItems");
            json.WriteEndObject();
            CapacityByTable.Write(
                json, capacity, targets.Zip(written, (target, change) => (target.Write.Table, ConsumedCapacity.OfWrite(target.Table, change))));
        };
    }

    private static List<BatchedWrite> Read(RequestReader request)
    {
        request.Required("RequestItems");
        if (request.Map("RequestItems", MostWrites) is not { } map)
            return [];
        var tables = map.Names.Select(name => (Table: new TableReference(name), Count: map.Count(name) ?? throw RequestErrors.NotAList(default))).ToList();
        request.CheckTables("RequestItems", [.. tables.Select(entry => entry.Table)]);
        if (tables.Any(entry => entry.Count is 0 or > MostWrites))
        {
            request.Violate(
                $"{{{string.Join(", ", tables.Select(entry => $"{entry.Table.Given}=[{entry.Count} requests]"))}}}",
                "RequestItems",
                $"satisfy constraint: [Member must have length less than or equal to {MostWrites}, Member must have length greater than or equal to 1]",
                of: "Map value");
            return [];
        }

        return [.. tables.SelectMany(entry => map.StructuresOf(entry.Table.Given).Select(structure => new BatchedWrite(entry.Table, structure)))];
    }
}
