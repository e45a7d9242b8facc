using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace EmbeddedAws.Tests.DynamoDb;

public sealed class BatchGetItemTests
{
    private static IAmazonDynamoDB Client => AwsSurface.DynamoDb;

    [Test]
    public async Task Items_of_several_tables_are_read_and_missing_ones_are_left_out()
    {
        var (one, two) = (await TestTable.Make(), await TestTable.Make(age: "N"));
        await one.Put(("id", "1"), ("n", 5), ("title", "Tree"));
        await two.Put(("id", "1"), ("age", 2));

        var answer = await Client.BatchGetItemAsync(new Dictionary<string, KeysAndAttributes>
        {
            [one.Name] = new() { Keys = [Attributes.Item(("id", "1")), Attributes.Item(("id", "2"))], ProjectionExpression = "#n", ExpressionAttributeNames = new() { ["#n"] = "n" } },
            [two.Name] = new() { Keys = [Attributes.Item(("id", "1"), ("age", 2))], ConsistentRead = true },
        });

        Assert.That(answer.Responses[one.Name].Select(Attributes.Show), Is.EqualTo(["n=5"]));
        Assert.That(answer.Responses[two.Name].Select(Attributes.Show), Is.EqualTo(["age=2 id=1"]));
        Assert.That(answer.UnprocessedKeys, Is.Empty);
    }

    [Test]
    public async Task What_would_exceed_16_MB_is_left_unprocessed_and_can_be_sent_again()
    {
        var table = await TestTable.Make();
        var text = new string('x', 399 * 1024);
        var ids = Enumerable.Range(0, 43).Select(n => $"{n:00}").ToList();
        await Task.WhenAll(ids.Select(id => table.Put(("id", id), ("text", text))));
        var request = new Dictionary<string, KeysAndAttributes>
        {
            [table.Name] = new() { Keys = [.. ids.Select(id => Attributes.Item(("id", id)))], ProjectionExpression = "id" },
        };

        var first = await Client.BatchGetItemAsync(request);
        var second = await Client.BatchGetItemAsync(first.UnprocessedKeys);

        Assert.That(first.Responses[table.Name], Has.Count.EqualTo(41));
        Assert.That(first.UnprocessedKeys[table.Name].ProjectionExpression, Is.EqualTo("id"));
        Assert.That(second.Responses[table.Name].Select(Attributes.Show), Is.EqualTo(["id=41", "id=42"]));
        Assert.That(second.UnprocessedKeys, Is.Empty);
    }

    [TestCase("""{"$table": {"Keys": [{"id": {"S": "1"}}, {"id": {"S": "1"}}]}}""", "Provided list of item keys contains duplicates")]
    [TestCase("""{"$table": {"Keys": [{"id": {"N": "1"}}]}}""", "The provided key element does not match the schema")]
    [TestCase("""{"$table": {"Keys": []}}""", "1 validation error detected: Value '[]' at 'requestItems.$table.member.keys' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [TestCase("{}", "1 validation error detected: Value '{}' at 'requestItems' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [TestCase("""{"$table": {"Keys": [{"id": {"S": "1"}}], "AttributesToGet": ["a"]}}""", "The embedded DynamoDB does not support RequestItems.$table.AttributesToGet")]
    public async Task A_batch_that_is_wrong_is_refused(string items, string message)
    {
        var table = await TestTable.Make();

        var outcome = await RawCall.Outcome("BatchGetItem", $$"""{"RequestItems": {{items.Replace("$table", table.Name, StringComparison.Ordinal)}}}""");

        Assert.That(outcome, Is.EqualTo($"ValidationException: {message.Replace("$table", table.Name, StringComparison.Ordinal)}"));
    }

    [TestCase("""{"RequestItems": {"abc": null}}""")]
    [TestCase("""{"RequestItems": {"abc": "def"}}""")]
    public async Task A_table_without_a_structure_is_refused(string body)
    {
        var outcome = await RawCall.Outcome("BatchGetItem", body);

        Assert.That(outcome, Is.EqualTo("SerializationException: Unexpected field type"));
    }

    [TestCase(100, "no error")]
    [TestCase(101, "ValidationException: Too many items requested for the BatchGetItem call")]
    public async Task A_batch_has_at_most_100_keys(int count, string outcome)
    {
        var table = await TestTable.Make();
        var keys = Enumerable.Range(0, count).Select(n => Attributes.Item(("id", $"{n}"))).ToList();

        var batch = await Refusal.Of(Client.BatchGetItemAsync(new Dictionary<string, KeysAndAttributes> { [table.Name] = new() { Keys = keys } }));

        Assert.That(batch, Is.EqualTo(outcome));
    }

    [Test]
    public async Task A_missing_table_is_not_found()
    {
        var outcome = await RawCall.Outcome("BatchGetItem", """{"RequestItems": {"missing": {"Keys": [{"id": {"S": "1"}}]}}}""");

        Assert.That(outcome, Is.EqualTo("ResourceNotFoundException: Requested resource not found"));
    }
}
