namespace EmbeddedAws.Tests.DynamoDb;

/// <summary>Lists and maps that are too long. None of their elements is read, so that each of these requests costs what its bytes do: the elements here are not even structures.</summary>
public sealed class ListLengthTests
{
    private const string Key = "\"KeySchema\": [{\"AttributeName\": \"id\", \"KeyType\": \"HASH\"}]";
    private const string Attributes = "\"AttributeDefinitions\": [{\"AttributeName\": \"id\", \"AttributeType\": \"S\"}]";
    private const string Invalid = "One or more parameter values were invalid:";

    [TestCase("BatchWriteItem", 26, """{"RequestItems": {"abc": [$list]}}""", "1 validation error detected: Value '{abc=[26 requests]}' at 'requestItems' failed to satisfy constraint: Map value must satisfy constraint: [Member must have length less than or equal to 25, Member must have length greater than or equal to 1]")]
    [TestCase("TransactWriteItems", 101, """{"TransactItems": [$list]}""", "1 validation error detected: Value '[101 actions]' at 'transactItems' failed to satisfy constraint: Member must have length less than or equal to 100")]
    [TestCase("CreateTable", 3, $$"""{"TableName": "abc", {{Attributes}}, "KeySchema": [$list]}""", "1 validation error detected: Value '3 elements' at 'keySchema' failed to satisfy constraint: Member must have length less than or equal to 2")]
    [TestCase("CreateTable", 43, $$"""{"TableName": "abc", {{Key}}, "AttributeDefinitions": [$list]}""", $"{Invalid} Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions")]
    [TestCase("CreateTable", 21, $$"""{"TableName": "abc", {{Key}}, {{Attributes}}, "GlobalSecondaryIndexes": [$list]}""", $"{Invalid} GlobalSecondaryIndex count exceeds the per-table limit of 20")]
    [TestCase("CreateTable", 51, $$"""{"TableName": "abc", {{Key}}, {{Attributes}}, "Tags": [$list]}""", "Tag count exceeds the limit of 50")]
    [TestCase("CreateTable", 21, $$$"""{"TableName": "abc", {{{Key}}}, {{{Attributes}}}, "GlobalSecondaryIndexes": [{"IndexName": "by-id", {{{Key}}}, "Projection": {"NonKeyAttributes": [$list]}}]}""", "1 validation error detected: Value '21 elements' at 'globalSecondaryIndexes.1.member.projection.nonKeyAttributes' failed to satisfy constraint: Member must have length less than or equal to 20")]
    [TestCase("UpdateTable", 21, """{"TableName": "abc", "GlobalSecondaryIndexUpdates": [$list]}""", $"{Invalid} GlobalSecondaryIndex count exceeds the per-table limit of 20")]
    [TestCase("TagResource", 51, """{"ResourceArn": "arn:aws:dynamodb:us-east-1:000000000000:table/abc", "Tags": [$list]}""", "Tag count exceeds the limit of 50")]
    public async Task A_list_is_counted_before_it_is_read(string operation, int count, string body, string message)
    {
        var list = string.Join(',', Enumerable.Repeat(7, count));

        var outcome = await RawCall.Outcome(operation, body.Replace("$list", list, StringComparison.Ordinal));

        Assert.That(outcome, Is.EqualTo($"ValidationException: {message}"));
    }

    [TestCase("BatchWriteItem", 25)]
    [TestCase("BatchGetItem", 100)]
    public async Task The_tables_of_a_batch_are_counted_before_they_are_read(string operation, int most)
    {
        var tables = string.Join(',', Enumerable.Range(0, most + 1).Select(number => $"\"table-{number}\": 7"));

        var outcome = await RawCall.Outcome(operation, $"{{\"RequestItems\": {{{tables}}}}}");

        Assert.That(outcome, Is.EqualTo(
            $"ValidationException: 1 validation error detected: Value '{{{most + 1} entries}}' at 'requestItems' failed to satisfy constraint: Member must have length less than or equal to {most}"));
    }
}
