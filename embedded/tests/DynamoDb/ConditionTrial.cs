using System.Text.RegularExpressions;
using Amazon.DynamoDBv2.Model;

namespace EmbeddedAws.Tests.DynamoDb;

/// <summary>Tries a condition, as that of a delete, on an item that has something of everything.</summary>
internal static class ConditionTrial
{
    public static async Task<string> Try(string condition)
    {
        var table = await TestTable.Make();
        await table.Put(
            ("id", "1"),
            ("n", 5),
            ("word", "trees"),
            ("bytes", new byte[] { 1, 200 }),
            ("flag", true),
            ("tags", Attributes.Set("trees", "b")),
            ("l", new List<object?> { 5, "x", null }),
            ("doc", new Dictionary<string, object?> { ["deep"] = new Dictionary<string, object?> { ["x"] = 6 } }));
        var values = Attributes.Item(
            (":five", 5.0m),
            (":six", 6),
            (":minus", -10),
            (":text", "trees"),
            (":text2", "treesx"),
            (":part", "tre"),
            (":bytes", new byte[] { 1 }),
            (":true", true),
            (":tags", Attributes.Set("b", "trees")),
            (":list", new List<object?> { 5, "x", null }),
            (":map", new Dictionary<string, object?> { ["deep"] = new Dictionary<string, object?> { ["x"] = 6 } }),
            (":typeL", "L"));
        var used = values.Where(value => Regex.IsMatch(condition, $@"{value.Key}\b")).ToDictionary();
        return await Refusal.Of(AwsSurface.DynamoDb.DeleteItemAsync(new DeleteItemRequest(table.Name, Attributes.Item(("id", "1")))
        {
            ConditionExpression = condition,
            ExpressionAttributeValues = used.Count == 0 ? null : used,
        }));
    }
}
