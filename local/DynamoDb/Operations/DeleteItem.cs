using ImageService.Local.DynamoDb.Storage;
using ImageService.Local.DynamoDb.Tables;
using ImageService.Local.DynamoDb.Values;
using ImageService.Local.DynamoDb.Wire;

namespace ImageService.Local.DynamoDb.Operations;

/// <summary>Deletes an item if its condition holds; one that is not there is no error.</summary>
internal sealed class DeleteItem(TableStore tables, ItemStore items) : IOperation
{
    public async Task<Answer> RunAsync(RequestReader request)
    {
        var write = new WriteParameters(request);
        var json = request.Required("Key");
        request.Finish();

        write.AllowOnlyOldValues();
        write.Placeholders.Check(write.HasCondition, "ConditionExpression is null");
        var key = ValueReader.ReadItem(json!.Value);
        write.ParseCondition();

        var table = tables.Get(write.TableName);
        KeyRules.CheckKey(table.Key, key);

        var written = await items.WriteAsync(table, table.Key.Encode(key), old =>
        {
            write.CheckCondition(old);
            return null;
        });
        return answer =>
        {
            if (write.ReturnValues == "ALL_OLD")
                answer.WriteItem("Attributes", written.Old);
            write.WriteCapacity(answer, table, written);
        };
    }
}
