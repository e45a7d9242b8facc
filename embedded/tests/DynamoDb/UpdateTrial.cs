using Amazon.DynamoDBv2.Model;

namespace EmbeddedAws.Tests.DynamoDb;

/// <summary>Updates of the item 1, with the values that their expression uses.</summary>
internal static class UpdateTrial
{
    public static UpdateItemRequest Request(TestTable table, string update)
    {
        var values = Attributes.Item(
            (":text", "new"),
            (":two", 2),
            (":big", new AttributeValue { N = "1E+40" }),
            (":list", new List<object?> { "z" }),
            (":tags", Attributes.Set("a", "z")),
            (":all", Attributes.Set("a", "b")));
        var used = values.Where(value => update.Contains(value.Key, StringComparison.Ordinal)).ToDictionary();
        return new UpdateItemRequest
        {
            TableName = table.Name,
            Key = Attributes.Item(("id", "1")),
            UpdateExpression = update,
            ExpressionAttributeValues = used.Count == 0 ? null : used,
        };
    }
}
