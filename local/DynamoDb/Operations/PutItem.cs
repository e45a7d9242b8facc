using ImageService.Local.DynamoDb.Storage;
using ImageService.Local.DynamoDb.Tables;
using ImageService.Local.DynamoDb.Values;
using ImageService.Local.DynamoDb.Wire;

namespace ImageService.Local.DynamoDb.Operations;

/// <summary>Puts an item in the place of one with the same key, if its condition holds.</summary>
internal sealed class PutItem(TableStore tables, ItemStore items) : IOperation
{
    public async Task<Answer> RunAsync(RequestReader request)
    {
        var write = new WriteParameters(request);
        var json = request.Required("Item");
        request.Finish();

        write.AllowOnlyOldValues();
        write.Placeholders.Check(write.HasCondition, "ConditionExpression is null");
        var item = ValueReader.ReadItem(json!.Value);
        write.ParseCondition();

        var table = tables.Get(write.TableName);
        KeyRules.CheckItemKey(table.Key, item);
        KeyRules.CheckIndexKeys(table, item);
        ItemRules.CheckPut(item);

        var written = await items.WriteAsync(table, table.Key.Encode(item), old =>
        {
            write.CheckCondition(old);
            return item;
        });
        return answer =>
        {
            if (write.ReturnValues == "ALL_OLD")
                answer.WriteItem("Attributes", written.Old);
            write.WriteCapacity(answer, table, written);
        };
    }
}
