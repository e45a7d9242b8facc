using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace EmbeddedAws.Tests.DynamoDb;

public sealed class BatchWriteItemTests
{
    private static IAmazonDynamoDB Client => AwsSurface.DynamoDb;

    [Test]
    public async Task Items_of_several_tables_are_put_and_deleted()
    {
        var (one, two) = (await TestTable.Make(), await TestTable.Make(age: "N"));
        await one.Put(("id", "old"), ("n", 1));
        await one.Put(("id", "gone"));

        var answer = await Client.BatchWriteItemAsync(new Dictionary<string, List<WriteRequest>>
        {
            [one.Name] = [Put(("id", "old"), ("m", 2)), Put(("id", "new")), Delete(("id", "gone")), Delete(("id", "missing"))],
            [two.Name] = [Put(("id", "1"), ("age", 2))],
        });

        Assert.That(answer.UnprocessedItems, Is.Empty);
        Assert.That(await one.Get(("id", "old")), Is.EqualTo("id=old m=2"));
        Assert.That(await one.Get(("id", "new")), Is.EqualTo("id=new"));
        Assert.That(await one.Get(("id", "gone")), Is.EqualTo("none"));
        Assert.That(await two.Get(("id", "1"), ("age", 2)), Is.EqualTo("age=2 id=1"));
    }

    [Test]
    public async Task The_indexes_and_the_counts_follow()
    {
        var table = await TestTable.Make(indexes: TestTable.Index("by-owner", "owner"));

        await Client.BatchWriteItemAsync(new Dictionary<string, List<WriteRequest>> { [table.Name] = [Put(("id", "1"), ("owner", "ann")), Put(("id", "2"))] });

        Assert.That(await table.Call("Scan", "\"IndexName\": \"by-owner\", \"Select\": \"COUNT\""), Is.EqualTo("""{"Count":1,"ScannedCount":1}"""));
        Assert.That((await Client.DescribeTableAsync(table.Name)).Table.ItemCount, Is.EqualTo(2));
    }

    [Test]
    public async Task A_long_name_with_many_writes_is_refused_at_little_cost()
    {
        var (name, writes) = (new string('a', 1_000_000), string.Join(',', Enumerable.Repeat("{}", 2000)));

        var outcome = await RawCall.Outcome("BatchWriteItem", $$$"""{"RequestItems": {"{{{name}}}": [{{{writes}}}]}}""");

        Assert.That(outcome, Does.StartWith("ValidationException: 2 validation errors detected: Value '{aaa"));
    }

    [TestCase("""{"$table": [{"PutRequest": {"Item": {"id": {"S": "1"}}}}, {"DeleteRequest": {"Key": {"id": {"S": "1"}}}}]}""", "Provided list of item keys contains duplicates")]
    [TestCase("""{"$table": [{"PutRequest": {"Item": {"id": {"S": "1"}}}}, {}]}""", "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes")]
    [TestCase("""{"$table": [{"PutRequest": {"Item": {"id": {"S": "1"}}}, "DeleteRequest": {"Key": {"id": {"S": "2"}}}}]}""", "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes")]
    [TestCase("""{"$table": [{"PutRequest": {"Item": {"id": {"S": "1"}}}}, {"PutRequest": {"Item": {"id": {"N": "1"}}}}]}""", "The provided key element does not match the schema")]
    [TestCase("""{"$table": [{"PutRequest": {"Item": {}}}]}""", "The provided key element does not match the schema")]
    [TestCase("""{"$table": [{"DeleteRequest": {"Key": {"id": {"S": "1"}, "n": {"N": "1"}}}}]}""", "The provided key element does not match the schema")]
    [TestCase("""{"$table": [{"PutRequest": {"Item": {"id": {"S": ""}}}}]}""", "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: id")]
    [TestCase("""{"$table": [{"PutRequest": {"Item": {"id": {"S": "1"}, "owner": {"N": "1"}}}}]}""", "One or more parameter values were invalid: Type mismatch for Index Key owner Expected: S Actual: N IndexName: by-owner")]
    [TestCase("""{"$table": [{"PutRequest": {"Item": {"id": {"S": "1"}, "a": {}}}}]}""", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    [TestCase("""{"$table": [{"PutRequest": {}}]}""", "1 validation error detected: Value null at 'requestItems.$table.member.1.member.putRequest.item' failed to satisfy constraint: Member must not be null")]
    [TestCase("""{"$table": [{"DeleteRequest": {}}]}""", "1 validation error detected: Value null at 'requestItems.$table.member.1.member.deleteRequest.key' failed to satisfy constraint: Member must not be null")]
    [TestCase("""{"$table": []}""", "1 validation error detected: Value '{$table=[0 requests]}' at 'requestItems' failed to satisfy constraint: Map value must satisfy constraint: [Member must have length less than or equal to 25, Member must have length greater than or equal to 1]")]
    [TestCase("""{"a": [{"PutRequest": {"Item": {}}}]}""", "1 validation error detected: Value '{a}' at 'requestItems' failed to satisfy constraint: Map keys must satisfy constraint: [Member must have length less than or equal to 255, Member must have length greater than or equal to 3, Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+]")]
    [TestCase("{}", "1 validation error detected: Value '{}' at 'requestItems' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [TestCase("null", "1 validation error detected: Value null at 'requestItems' failed to satisfy constraint: Member must not be null")]
    [TestCase("""{"$table": [{"PutRequest": {"Item": {"id": {"S": "1"}}, "ConditionExpression": "a = b"}}]}""", "The embedded DynamoDB does not support RequestItems.$table[0].PutRequest.ConditionExpression")]
    public async Task A_batch_that_is_wrong_is_refused_as_a_whole(string items, string message)
    {
        var table = await TestTable.Make(indexes: TestTable.Index("by-owner", "owner"));

        var outcome = await RawCall.Outcome("BatchWriteItem", $$"""{"RequestItems": {{items.Replace("$table", table.Name, StringComparison.Ordinal)}}}""");

        Assert.That(outcome, Is.EqualTo($"ValidationException: {message.Replace("$table", table.Name, StringComparison.Ordinal)}"));
        Assert.That(await table.Get(("id", "1")), Is.EqualTo("none"));
    }

    [TestCase("""{"RequestItems": {"abc": null}}""", "Unexpected field type")]
    [TestCase("""{"RequestItems": {"abc": {}}}""", "Start of structure or map found where not expected")]
    [TestCase("""{"RequestItems": {"abc": [7]}}""", "Unexpected field type")]
    [TestCase("""{"RequestItems": []}""", "Unrecognized collection type")]
    public async Task A_batch_of_the_wrong_form_is_refused(string body, string message)
    {
        var outcome = await RawCall.Outcome("BatchWriteItem", body);

        Assert.That(outcome, Is.EqualTo($"SerializationException: {message}"));
    }

    [Test]
    public async Task A_missing_table_is_found_before_duplicates()
    {
        var outcome = await RawCall.Outcome("BatchWriteItem", """{"RequestItems": {"missing": [{"DeleteRequest": {"Key": {"id": {"S": "1"}}}}, {"DeleteRequest": {"Key": {"id": {"S": "1"}}}}]}}""");

        Assert.That(outcome, Is.EqualTo("ResourceNotFoundException: Requested resource not found"));
    }

    [TestCase(25, 0, "no error")]
    [TestCase(13, 12, "no error")]
    [TestCase(13, 13, "ValidationException: Too many items requested for the BatchWriteItem call")]
    [TestCase(26, 0, "ValidationException: 1 validation error detected: Value '{$one=[26 requests]}' at 'requestItems' failed to satisfy constraint: Map value must satisfy constraint: [Member must have length less than or equal to 25, Member must have length greater than or equal to 1]")]
    public async Task A_batch_has_at_most_25_writes(int first, int second, string outcome)
    {
        var (one, two) = (await TestTable.Make(), await TestTable.Make());
        var items = new Dictionary<string, List<WriteRequest>> { [one.Name] = Puts(first) };
        if (second > 0)
            items.Add(two.Name, Puts(second));

        var batch = await Refusal.Of(Client.BatchWriteItemAsync(items));

        Assert.That(batch, Is.EqualTo(outcome.Replace("$one", one.Name, StringComparison.Ordinal)));
    }

    [TestCase(0, "no error")]
    [TestCase(1, "ValidationException: Item size has exceeded the maximum allowed size")]
    public async Task An_item_has_at_most_400_KB(int more, string outcome)
    {
        var table = await TestTable.Make();
        var text = new string('x', (400 * 1024) - "id1text".Length + more);

        var batch = await Refusal.Of(Client.BatchWriteItemAsync(new Dictionary<string, List<WriteRequest>> { [table.Name] = [Put(("id", "1"), ("text", text))] }));

        Assert.That(batch, Is.EqualTo(outcome));
    }

    private static List<WriteRequest> Puts(int count) => [.. Enumerable.Range(0, count).Select(n => Put(("id", $"{n}")))];

    private static WriteRequest Put(params ReadOnlySpan<(string Name, object? Value)> item) => new(new PutRequest(Attributes.Item(item)));

    private static WriteRequest Delete(params ReadOnlySpan<(string Name, object? Value)> key) => new(new DeleteRequest(Attributes.Item(key)));
}
