using ImageService.Local.DynamoDb.Errors;
using ImageService.Local.DynamoDb.Expressions;
using ImageService.Local.DynamoDb.Storage;
using ImageService.Local.DynamoDb.Tables;
using ImageService.Local.DynamoDb.Values;
using ImageService.Local.DynamoDb.Wire;

namespace ImageService.Local.DynamoDb.Operations;

/// <summary>Changes attributes of an item if its condition holds; one that is not there is made.</summary>
internal sealed class UpdateItem(TableStore tables, ItemStore items) : IOperation
{
    public async Task<Answer> RunAsync(RequestReader request)
    {
        var write = new WriteParameters(request);
        var json = request.Required("Key");
        var text = request.Text("UpdateExpression");
        request.Finish();

        write.Placeholders.Check(text is not null || write.HasCondition, "UpdateExpression and ConditionExpression are null");
        var key = ValueReader.ReadItem(json!.Value);
        var update = text is null ? new UpdateExpression([]) : UpdateExpression.Parse(text, write.Placeholders);
        write.ParseCondition();

        var table = tables.Get(write.TableName);
        KeyRules.CheckKey(table.Key, key);
        if (update.Paths.FirstOrDefault(path => table.Key.Contains(path.Attribute)) is { } ofKey)
            throw KeyErrors.UpdateOfKey(ofKey.Attribute);

        var written = await items.WriteAsync(table, table.Key.Encode(key), old =>
        {
            write.CheckCondition(old);
            var updated = update.Apply(old ?? key);
            KeyRules.CheckUpdatedIndexKeys(table, updated);
            ItemRules.CheckUpdated(updated);
            return updated;
        });
        return answer =>
        {
            answer.WriteItem("Attributes", Returned(write.ReturnValues, written, update));
            write.WriteCapacity(answer, table, written);
        };
    }

    private static MapValue? Returned(string values, Written written, UpdateExpression update) => values switch
    {
        "ALL_OLD" => written.Old,
        "ALL_NEW" => written.New,
        "UPDATED_OLD" => Updated(written.Old, update),
        "UPDATED_NEW" => Updated(written.New, update),
        _ => null,
    };

    /// <summary>The updated parts of an item, or null where it has none of them.</summary>
    private static MapValue? Updated(MapValue? item, UpdateExpression update)
    {
        if (item is null || update.Paths.Count == 0)
            return null;
        var parts = new ProjectionExpression(update.Paths).Project(item);
        return parts.Attributes.Count == 0 ? null : parts;
    }
}
