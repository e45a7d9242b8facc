using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Storage;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Operations;

/// <summary>Reads up to 100 items of any tables by their keys; what would exceed 16 MB is left unprocessed.</summary>
internal sealed class BatchGetItem(TableStore tables, ItemStore items) : IDynamoDbOperation
{
    private const int MostKeys = 100;
    private const int LargestAnswer = 16 * 1024 * 1024;

    public Task<Answer> RunAsync(RequestReader request)
    {
        request.Required("RequestItems");
        var entries = request.Map("RequestItems", MostKeys)?.Entries();
        var batches = (entries ?? []).Select(entry => new TableBatch(entry.Key, entry.Structure)).ToList();
        var capacity = ConsumedCapacity.Mode(request);
        if (entries is not null)
            request.CheckTables("RequestItems", [.. batches.Select(batch => batch.Table)]);
        request.Finish();

        if (batches.Sum(batch => batch.KeyCount) > MostKeys)
            throw ReadErrors.TooManyKeys();
        foreach (var batch in batches)
            batch.Parse();
        BatchRules.CheckDistinct([.. batches.SelectMany(batch => batch.Resolve(tables.Get(batch.Table)))]);

        var space = LargestAnswer;
        foreach (var batch in batches)
            space = batch.Read(items, space);
        return Task.FromResult<Answer>(json =>
        {
            json.WriteStartObject("Responses");
            foreach (var batch in batches)
                batch.WriteItems(json);
            json.WriteEndObject();
            json.WriteStartObject("UnprocessedKeys");
            foreach (var batch in batches)
                batch.WriteUnprocessed(json);
            json.WriteEndObject();
            CapacityByTable.Write(json, capacity, batches.Select(batch => (batch.Table, batch.Capacity)));
        });
    }
}
