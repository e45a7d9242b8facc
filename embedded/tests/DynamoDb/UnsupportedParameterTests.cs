namespace EmbeddedAws.Tests.DynamoDb;

/// <summary>What is not supported is refused by name, never ignored.</summary>
public sealed class UnsupportedParameterTests
{
    [TestCase("UpdateGlobalTable")]
    [TestCase("EnableKinesisStreamingDestination")]
    [TestCase("ExecuteStatement")]
    [TestCase("CreateBackup")]
    [TestCase("PutResourcePolicy")]
    [TestCase("putItem")]
    [TestCase("")]
    public async Task An_unsupported_operation_is_refused(string operation)
    {
        var outcome = await RawCall.Outcome(operation, "{}");

        Assert.That(outcome, Is.EqualTo($"UnknownOperationException: The embedded DynamoDB does not support {operation}"));
    }

    [TestCase("PutItem", "Expected")]
    [TestCase("PutItem", "ConditionalOperator")]
    [TestCase("PutItem", "conditionExpression")]
    [TestCase("UpdateItem", "AttributeUpdates")]
    [TestCase("UpdateItem", "Expected")]
    [TestCase("DeleteItem", "Expected")]
    [TestCase("GetItem", "AttributesToGet")]
    [TestCase("GetItem", "ExpressionAttributeValues")]
    [TestCase("Query", "KeyConditions")]
    [TestCase("Query", "QueryFilter")]
    [TestCase("Query", "AttributesToGet")]
    [TestCase("Scan", "ScanFilter")]
    [TestCase("BatchGetItem", "ReturnItems")]
    [TestCase("BatchWriteItem", "ReturnItems")]
    [TestCase("TransactGetItems", "ReturnItems")]
    [TestCase("TransactWriteItems", "ReturnItems")]
    [TestCase("CreateTable", "LocalSecondaryIndexes")]
    [TestCase("CreateTable", "OnDemandThroughput")]
    [TestCase("CreateTable", "ResourcePolicy")]
    [TestCase("UpdateTable", "ReplicaUpdates")]
    [TestCase("DescribeTable", "Verbose")]
    [TestCase("DeleteTable", "Force")]
    [TestCase("ListTables", "Prefix")]
    public async Task An_unsupported_parameter_is_refused(string operation, string parameter)
    {
        var outcome = await RawCall.Outcome(operation, $$$"""{"{{{parameter}}}": {}}""");

        Assert.That(outcome, Is.EqualTo($"ValidationException: The embedded DynamoDB does not support {parameter}"));
    }

    [Test]
    public async Task Nested_parameters_are_refused_with_their_place()
    {
        var outcome = await RawCall.Outcome("CreateTable", """{"GlobalSecondaryIndexes": [{"OnDemandThroughput": {}}]}""");

        Assert.That(outcome, Is.EqualTo(
            "ValidationException: The embedded DynamoDB does not support GlobalSecondaryIndexes[0].OnDemandThroughput"));
    }
}
