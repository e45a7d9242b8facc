namespace EmbeddedAws.Tests.DynamoDb;

/// <summary>The ARN of a table in the place of its name.</summary>
public sealed class TableArnTests
{
    private const string Prefix = "arn:aws:dynamodb:us-east-1:000000000000:table/";
    private const string Key = """ "Key": {"id": {"S": "1"}} """;

    [TestCase("PutItem", """ "Item": {"id": {"S": "1"}} """)]
    [TestCase("GetItem", Key)]
    [TestCase("UpdateItem", Key)]
    [TestCase("DeleteItem", Key)]
    [TestCase("Query", """ "KeyConditionExpression": "id = :id", "ExpressionAttributeValues": {":id": {"S": "1"}} """)]
    [TestCase("Scan", "\"Limit\": 1")]
    public async Task A_call_takes_an_ARN_and_names_the_table_by_it(string operation, string members)
    {
        var table = await TestTable.Make();

        var answer = await RawCall.Outcome(operation, $$"""{"TableName": "{{Prefix}}{{table.Name}}", {{members}}, "ReturnConsumedCapacity": "TOTAL"}""");

        Assert.That(answer, Does.Contain($"\"ConsumedCapacity\":{{\"TableName\":\"{Prefix}{table.Name}\","));
    }

    [Test]
    public async Task A_table_is_made_described_and_deleted_by_its_ARN()
    {
        var name = TestTable.RandomName();
        var table = $"\"TableName\": \"{Prefix}{name}\"";

        var made = await RawCall.Outcome("CreateTable", $$"""
            {{{table}}, "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}], "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}], "BillingMode": "PAY_PER_REQUEST"}
            """);
        var described = await RawCall.Outcome("DescribeTable", $"{{{table}}}");
        var deleted = await RawCall.Outcome("DeleteTable", $"{{{table}}}");

        Assert.That(new[] { made, described, deleted }, Has.All.Contain($"\"TableName\":\"{name}\"").And.All.Contain($"\"TableArn\":\"{Prefix}{name}\""));
        Assert.That(await RawCall.Outcome("DescribeTable", $"{{{table}}}"), Is.EqualTo($"ResourceNotFoundException: Requested resource not found: Table: {Prefix}{name} not found"));
    }

    [Test]
    public async Task Batches_take_an_ARN_and_answer_with_it()
    {
        var table = await TestTable.Make();

        var written = await RawCall.Outcome("BatchWriteItem", $$$"""{"RequestItems": {"{{{Prefix}}}{{{table.Name}}}": [{"PutRequest": {"Item": {"id": {"S": "1"} } } }]}, "ReturnConsumedCapacity": "TOTAL"}""");
        var read = await RawCall.Outcome("BatchGetItem", $$$"""{"RequestItems": {"{{{Prefix}}}{{{table.Name}}}": {"Keys": [{"id": {"S": "1"} }]} } }""");

        Assert.That(written, Is.EqualTo($$$"""{"UnprocessedItems":{},"ConsumedCapacity":[{"TableName":"{{{Prefix}}}{{{table.Name}}}","CapacityUnits":1}]}"""));
        Assert.That(read, Is.EqualTo($$$"""{"Responses":{"{{{Prefix}}}{{{table.Name}}}":[{"id":{"S":"1"}}]},"UnprocessedKeys":{}}"""));
    }

    [Test]
    public async Task Transactions_take_an_ARN()
    {
        var table = await TestTable.Make();

        var written = await RawCall.Outcome("TransactWriteItems", $$$"""{"TransactItems": [{"Put": {"TableName": "{{{Prefix}}}{{{table.Name}}}", "Item": {"id": {"S": "1"} } } }]}""");
        var read = await RawCall.Outcome("TransactGetItems", $$$"""{"TransactItems": [{"Get": {"TableName": "{{{Prefix}}}{{{table.Name}}}", {{{Key}}}}}]}""");

        Assert.That(written, Is.EqualTo("{}"));
        Assert.That(read, Is.EqualTo("""{"Responses":[{"Item":{"id":{"S":"1"}}}]}"""));
    }

    [TestCase("BatchWriteItem", """{"RequestItems": {"$table": [{"DeleteRequest": {"Key": {"id": {"S": "1"}}}}], "$arn": [{"DeleteRequest": {"Key": {"id": {"S": "1"}}}}]}}""", "Provided list of item keys contains duplicates")]
    [TestCase("BatchGetItem", """{"RequestItems": {"$table": {"Keys": [{"id": {"S": "1"}}]}, "$arn": {"Keys": [{"id": {"S": "1"}}]}}}""", "Provided list of item keys contains duplicates")]
    [TestCase("TransactGetItems", """{"TransactItems": [{"Get": {"TableName": "$table", "Key": {"id": {"S": "1"}}}}, {"Get": {"TableName": "$arn", "Key": {"id": {"S": "1"}}}}]}""", "Transaction request cannot include multiple operations on one item")]
    public async Task A_name_and_an_ARN_name_one_table(string operation, string body, string message)
    {
        var table = await TestTable.Make();

        var outcome = await RawCall.Outcome(operation, body.Replace("$table", table.Name, StringComparison.Ordinal).Replace("$arn", Prefix + table.Name, StringComparison.Ordinal));

        Assert.That(outcome, Is.EqualTo($"ValidationException: {message}"));
    }

    [TestCase("arn:aws:dynamodb:eu-west-1:000000000000:table/abc", "ResourceNotFoundException: Requested resource not found")]
    [TestCase("arn:aws:dynamodb:us-east-1:123456789012:table/abc", "ResourceNotFoundException: Requested resource not found")]
    [TestCase("arn:aws:s3:::abc", "ValidationException: 1 validation error detected: Value 'arn:aws:s3:::abc' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+")]
    [TestCase($"{Prefix}ab", "ValidationException: 1 validation error detected: Value 'ab' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 3")]
    public async Task Another_ARN_is_refused(string arn, string outcome)
    {
        var answer = await RawCall.Outcome("GetItem", $$"""{"TableName": "{{arn}}", {{Key}}}""");

        Assert.That(answer, Is.EqualTo(outcome));
    }
}
