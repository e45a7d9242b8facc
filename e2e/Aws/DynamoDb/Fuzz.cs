using System.Text;
using System.Text.Json.Nodes;

namespace ImageService.E2E.Aws.DynamoDb;

/// <summary>Requests that are nearly right: known members with values that are sometimes theirs, sometimes any other, now and then cut.</summary>
internal sealed class Fuzz(Random random, string table)
{
    private static readonly string[] Operations =
        ["CreateTable", "DescribeTable", "ListTables", "PutItem", "GetItem", "UpdateItem", "DeleteItem", "Query", "Scan", "BatchGetItem"];

    private static readonly string[] Members =
    [
        "TableName", "TableName", "TableName", "Item", "Item", "Key", "Key", "IndexName", "Limit", "Select", "ExclusiveStartKey", "RequestItems",
        "ConditionExpression", "FilterExpression", "KeyConditionExpression", "ProjectionExpression", "UpdateExpression",
        "ExpressionAttributeNames", "ExpressionAttributeValues", "KeySchema", "AttributeDefinitions", "GlobalSecondaryIndexes",
        "BillingMode", "ConsistentRead", "ScanIndexForward", "ReturnValues", "ReturnConsumedCapacity", "ExclusiveStartTableName",
    ];

    private static readonly string[] Pieces =
    [
        "id", "age", "owner", ":a", ":b", "#a", "=", "<>", "<", "AND", "OR", "NOT", "(", ")", ",", "BETWEEN", "IN", "size", "contains", "begins_with",
        "attribute_exists", "SET", "REMOVE", "ADD", "DELETE", "+", "[0]", ".", "if_not_exists", "list_append", "\0", "é", "\"", "99999999999",
    ];

    public (string Operation, string Body) Next()
    {
        var body = new JsonObject();
        foreach (var name in Enumerable.Range(0, random.Next(1, 9)).Select(_ => Pick(Members)).Distinct())
            body[name] = Member(name);
        var text = body.ToJsonString();
        return (Pick(Operations), random.Next(20) == 0 ? text[..random.Next(text.Length)] : text);
    }

    private JsonNode? Member(string name) => random.Next(6) == 0 ? Any(3) : name switch
    {
        "TableName" => table,
        "IndexName" => "by-owner",
        "Item" or "Key" or "ExclusiveStartKey" => new JsonObject { ["id"] = Value(2), ["age"] = Value(2), ["owner"] = Value(1) },
        "ExpressionAttributeValues" => new JsonObject { [":a"] = Value(3), [":b"] = Value(3) },
        "ExpressionAttributeNames" => new JsonObject { ["#a"] = Pick(Pieces) },
        "RequestItems" => new JsonObject { [table] = new JsonObject { ["Keys"] = new JsonArray(Member("Key")) } },
        "Limit" => random.Next(-1, 4),
        "KeyConditionExpression" => "id = :a AND age < :b",
        "ConsistentRead" or "ScanIndexForward" => random.Next(2) == 0,
        _ when name.EndsWith("Expression", StringComparison.Ordinal) => string.Join(' ', Enumerable.Range(0, random.Next(12)).Select(_ => Pick(Pieces))),
        _ => Any(3),
    };

    private JsonObject Value(int depth) => random.Next(depth > 0 ? 9 : 4) switch
    {
        0 => new JsonObject { ["S"] = Pick(Pieces) },
        1 => new JsonObject { ["N"] = new StringBuilder().AppendJoin("", Enumerable.Range(0, random.Next(5)).Select(_ => "0123456789.eE+-"[random.Next(15)])).ToString() },
        2 => new JsonObject { ["B"] = random.Next(2) == 0 ? "AQI=" : "?" },
        3 => new JsonObject { ["BOOL"] = true },
        4 => new JsonObject { ["SS"] = new JsonArray(Pick(Pieces), Pick(Pieces)) },
        5 => new JsonObject { ["L"] = new JsonArray(Value(depth - 1), Value(depth - 1)) },
        6 => new JsonObject { ["M"] = new JsonObject { [Pick(Pieces)] = Value(depth - 1) } },
        7 => new JsonObject { ["NULL"] = true },
        _ => new JsonObject { [Pick(["S", "N", "L", "M", "NS", "X"])] = Any(2) },
    };

    private JsonNode? Any(int depth) => random.Next(depth > 0 ? 8 : 5) switch
    {
        0 => null,
        1 => random.Next(),
        2 => random.NextDouble() * 1e300,
        3 => Pick(Pieces),
        4 => random.Next(2) == 0,
        5 => new JsonArray(Any(depth - 1), Any(depth - 1)),
        6 => new JsonObject { [Pick(Members)] = Any(depth - 1), ["AttributeName"] = Any(depth - 1) },
        _ => Value(depth - 1),
    };

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];
}
