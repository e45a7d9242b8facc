using System.Text.Json.Nodes;

namespace EmbeddedAws.Tests.DynamoDb;

/// <summary>Requests that are nearly right: an operation's members with values that are sometimes theirs, sometimes any other, now and then cut.</summary>
internal sealed class Fuzz(Random random, string table)
{
    private const string Write = "TableName ConditionExpression ExpressionAttributeNames ExpressionAttributeValues ReturnValues ReturnConsumedCapacity";
    private const string Page = "TableName IndexName Limit Select ExclusiveStartKey FilterExpression ProjectionExpression ConsistentRead "
        + "ExpressionAttributeNames ExpressionAttributeValues ReturnConsumedCapacity";

    private static readonly (string Operation, string[] Members)[] Operations =
    [
        ("PutItem", $"Item {Write}".Split(' ')),
        ("DeleteItem", $"Key {Write}".Split(' ')),
        ("UpdateItem", $"Key UpdateExpression {Write}".Split(' ')),
        ("UpdateItem", "TableName Key UpdateExpression ExpressionAttributeValues".Split(' ')),
        ("GetItem", "TableName Key ProjectionExpression ExpressionAttributeNames ConsistentRead".Split(' ')),
        ("Query", $"KeyConditionExpression ScanIndexForward {Page}".Split(' ')),
        ("Query", "TableName KeyConditionExpression ExpressionAttributeValues ExclusiveStartKey Limit".Split(' ')),
        ("Scan", Page.Split(' ')),
        ("Scan", "TableName FilterExpression ExpressionAttributeValues".Split(' ')),
        ("BatchGetItem", "RequestItems ReturnConsumedCapacity".Split(' ')),
        ("Scan", "TableName Segment TotalSegments ExclusiveStartKey Limit".Split(' ')),
        ("BatchWriteItem", "WriteItems ReturnConsumedCapacity".Split(' ')),
        ("TransactGetItems", "TransactGets ReturnConsumedCapacity".Split(' ')),
        ("TransactWriteItems", "TransactItems ClientRequestToken ReturnConsumedCapacity".Split(' ')),
        ("CreateTable", "TableName KeySchema AttributeDefinitions GlobalSecondaryIndexes BillingMode ProvisionedThroughput".Split(' ')),
        ("ListTables", "Limit ExclusiveStartTableName".Split(' ')),
        ("DescribeTable", ["TableName"]),
    ];

    private static readonly (string Kind, string[] Members)[] Actions =
    [
        ("Put", "TableName Item ConditionExpression ExpressionAttributeValues ReturnValuesOnConditionCheckFailure".Split(' ')),
        ("Update", "TableName Key UpdateExpression ExpressionAttributeValues".Split(' ')),
        ("Delete", ["TableName", "Key"]),
        ("ConditionCheck", "TableName Key ConditionExpression ExpressionAttributeValues".Split(' ')),
    ];

    private static readonly string[] Names = ["id", "age", "owner", "a", "b", "a.b", "a[0]", "b[1].a", "#a", "name"];

    private static readonly string[] Texts = ["id", "owner", "ALL_OLD", "COUNT", "TOTAL", "PAY_PER_REQUEST", "\0", "é", "🌳", "\"", "", "HASH", "S"];

    private static readonly string[] Numbers = ["0", "-1", "1.50", "1E125", "1E-130", "99999999999999999999999999999999999999", "1E", "-", "1e999"];

    public (string Operation, string Body) Next()
    {
        var (operation, members) = Pick(Operations);
        var body = new JsonObject();
        foreach (var name in members.Where(_ => random.Next(8) > 0))
            body[NameOf(name)] = Member(name);
        var text = body.ToJsonString();
        return (operation, random.Next(40) == 0 ? text[..random.Next(text.Length)] : text);
    }

    private JsonNode? Member(string name) => random.Next(25) == 0 ? Any(3) : name switch
    {
        "TableName" => Pick([table, table, table, $"arn:aws:dynamodb:us-east-1:000000000000:table/{table}", "arn:aws:dynamodb:eu-west-1:000000000000:table/abc", "arn:"]),
        "IndexName" => random.Next(2) == 0 ? "by-owner" : null,
        "Item" => new JsonObject { ["id"] = Text(), ["age"] = Number(), ["owner"] = Text(), ["a"] = Value(3), ["b"] = Value(3) },
        "Key" => new JsonObject { ["id"] = Text(), ["age"] = Number() },
        "ExclusiveStartKey" => random.Next(2) == 0 ? null : Member(random.Next(3) == 0 ? "Item" : "Key"),
        "ExpressionAttributeValues" => new JsonObject { [":a"] = Value(3), [":b"] = Text() },
        "ExpressionAttributeNames" => new JsonObject { ["#a"] = Pick(Texts) },
        "RequestItems" => new JsonObject { [table] = new JsonObject { ["Keys"] = new JsonArray(Member("Key"), Member("Key")) } },
        "WriteItems" => new JsonObject { [table] = new JsonArray(Request(), Request()) },
        "TransactItems" => new JsonArray(Action(), Action()),
        "TransactGets" => new JsonArray(Get(), Get()),
        "Segment" or "TotalSegments" => random.Next(-1, 4),
        "KeyConditionExpression" => Pick(["id = :b", "id = :b AND age < :a", "id = :b AND age BETWEEN :a AND :a", "owner = :b", Condition(2)]),
        "UpdateExpression" => Update(),
        "ProjectionExpression" => $"{Pick(Names)}, {Pick(Names)}",
        "Limit" => random.Next(-1, 4),
        "ConsistentRead" or "ScanIndexForward" => random.Next(2) == 0,
        _ when name.EndsWith("Expression", StringComparison.Ordinal) => Condition(3),
        _ => random.Next(2) == 0 ? null : Pick(Texts),
    };

    /// <summary>Batches and transactions have members of one name and different forms.</summary>
    private static string NameOf(string member) => member switch
    {
        "WriteItems" => "RequestItems",
        "TransactGets" => "TransactItems",
        _ => member,
    };

    private JsonObject Request() => random.Next(8) switch
    {
        0 => new() { ["PutRequest"] = Any(2), ["DeleteRequest"] = Any(2) },
        < 5 => new() { ["PutRequest"] = new JsonObject { ["Item"] = Member("Item") } },
        _ => new() { ["DeleteRequest"] = new JsonObject { ["Key"] = Member("Key") } },
    };

    private JsonObject Get() => new()
    {
        ["Get"] = random.Next(12) == 0
            ? Any(2)
            : new JsonObject { ["TableName"] = Member("TableName"), ["Key"] = Member("Key"), ["ProjectionExpression"] = Member("ProjectionExpression") },
    };

    private JsonObject Action()
    {
        var (kind, members) = Pick(Actions);
        var action = new JsonObject();
        foreach (var name in members.Where(_ => random.Next(12) > 0))
            action[name] = Member(name);
        return new JsonObject { [kind] = action };
    }

    private string Condition(int depth) => random.Next(depth > 0 ? 9 : 5) switch
    {
        0 => $"{Operand()} {Pick(["=", "<>", "<", "<=", ">", ">=", "=="])} {Operand()}",
        1 => $"{Operand()} BETWEEN {Operand()} AND {Operand()}",
        2 => $"{Operand()} IN ({Operand()}, {Operand()})",
        3 => $"{Pick(["attribute_exists", "attribute_not_exists", "size", "other"])}({Operand()})",
        4 => $"{Pick(["begins_with", "contains", "attribute_type"])}({Operand()}, {Operand()})",
        5 => $"NOT {Condition(depth - 1)}",
        6 => $"({Condition(depth - 1)})",
        _ => $"{Condition(depth - 1)} {Pick(["AND", "OR"])} {Condition(depth - 1)}",
    };

    private string Operand() => random.Next(6) switch
    {
        4 => $"({Operand()})",
        5 => $"({Operand()}){Pick([".a", "[0]", ""])}",
        0 => $"size({Pick(Names)})",
        1 => Pick(Names),
        _ => Pick([":a", ":b"]),
    };

    private string Update() => Pick([
        $"SET {Pick(Names)} = {Operand()}",
        $"SET {Pick(Names)} = {Pick(Names)} + :a, {Pick(Names)} = :b",
        $"SET {Pick(Names)} = list_append({Operand()}, if_not_exists({Pick(Names)}, :a)) REMOVE {Pick(Names)}",
        $"REMOVE {Pick(Names)}, {Pick(Names)}",
        $"SET b[7] = {Operand()}, b[{random.Next(9)}] = :b, a[{random.Next(3)}].a = ({Operand()}) REMOVE b[0]",
        $"ADD b[5] :a, b[{random.Next(9)}] :a DELETE a[0] :a",
        $"ADD {Pick(Names)} :a DELETE {Pick(Names)} :b",
    ]);

    private JsonObject Text() => new() { ["S"] = Pick(Texts) };

    private JsonObject Number() => new() { ["N"] = Pick(Numbers) };

    private JsonObject Value(int depth) => random.Next(depth > 0 ? 10 : 4) switch
    {
        0 => Text(),
        1 => Number(),
        2 => new JsonObject { ["B"] = random.Next(4) > 0 ? "AQI=" : "?" },
        3 => new JsonObject { ["BOOL"] = true },
        4 => new JsonObject { ["SS"] = new JsonArray(Pick(Texts), Pick(Texts)) },
        5 => new JsonObject { ["NS"] = new JsonArray(Pick(Numbers), "7") },
        6 => new JsonObject { ["L"] = new JsonArray(Value(depth - 1), Value(depth - 1)) },
        7 => new JsonObject { ["M"] = new JsonObject { ["a"] = Value(depth - 1), ["b"] = Value(depth - 1) } },
        8 => new JsonObject { ["NULL"] = true },
        _ => new JsonObject { [Pick(["S", "N", "L", "M", "NS", "X"])] = Any(2) },
    };

    private JsonNode? Any(int depth) => random.Next(depth > 0 ? 8 : 5) switch
    {
        0 => null,
        1 => random.Next(),
        2 => random.NextDouble() * 1e300,
        3 => Pick(Texts),
        4 => random.Next(2) == 0,
        5 => new JsonArray(Any(depth - 1), Any(depth - 1)),
        6 => new JsonObject { ["AttributeName"] = Any(depth - 1), ["Keys"] = Any(depth - 1) },
        _ => Value(depth - 1),
    };

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];
}
