using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace EmbeddedAws.Tests.DynamoDb;

public sealed class TransactGetItemsTests
{
    private const string Cancelled = "Transaction cancelled, please refer cancellation reasons for specific reasons";

    private static IAmazonDynamoDB Client => AwsSurface.DynamoDb;

    [Test]
    public async Task Items_of_several_tables_are_read_in_the_order_of_the_request()
    {
        var (one, two) = (await TestTable.Make(), await TestTable.Make(age: "N"));
        await one.Put(("id", "1"), ("n", 5), ("title", "Tree"));
        await two.Put(("id", "1"), ("age", 2));

        var answer = await Read(Get(two, ("id", "1"), ("age", 2)), Get(one, ("id", "missing")), Get(one, ("id", "1")));

        Assert.That(answer.Responses.Select(response => Attributes.Show(response.Item)), Is.EqualTo(["age=2 id=1", "none", "id=1 n=5 title=Tree"]));
    }

    [Test]
    public async Task Each_read_has_its_own_projection()
    {
        var table = await TestTable.Make();
        await table.Put(("id", "1"), ("n", 5), ("title", "Tree"));
        await table.Put(("id", "2"), ("n", 6), ("title", "Leaf"));
        var (one, two) = (Get(table, ("id", "1")), Get(table, ("id", "2")));
        (one.Get.ProjectionExpression, one.Get.ExpressionAttributeNames) = ("#n", new() { ["#n"] = "n" });
        two.Get.ProjectionExpression = "title, absent";

        var answer = await Read(one, two);

        Assert.That(answer.Responses.Select(response => Attributes.Show(response.Item)), Is.EqualTo(["n=5", "title=Leaf"]));
    }

    [Test]
    public async Task All_items_are_of_one_moment()
    {
        var table = await TestTable.Make();
        await Transaction.Run(Transaction.Put(table, "1"), Transaction.Put(table, "2"));
        using var done = new CancellationTokenSource();
        var writes = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
                await Transaction.Run(Transaction.Increment(table, "1"), Transaction.Increment(table, "2"));
        });

        var seen = new List<TransactGetItemsResponse>();
        for (var read = 0; read < 50; read++)
            seen.Add(await Read(Get(table, ("id", "1")), Get(table, ("id", "2"))));
        await done.CancelAsync();
        await writes;

        Assert.That(seen.Select(answer => answer.Responses[0].Item["n"].N), Is.EqualTo(seen.Select(answer => answer.Responses[1].Item["n"].N)));
    }

    [TestCase("[]", "1 validation error detected: Value '[]' at 'transactItems' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [TestCase("null", "1 validation error detected: Value null at 'transactItems' failed to satisfy constraint: Member must not be null")]
    [TestCase("[{}]", "1 validation error detected: Value null at 'transactItems.1.member.get' failed to satisfy constraint: Member must not be null")]
    [TestCase("""[{"Get": {"TableName": "$table"}}]""", "1 validation error detected: Value null at 'transactItems.1.member.get.key' failed to satisfy constraint: Member must not be null")]
    [TestCase("""[{"Get": {"Key": {"id": {"S": "1"}}}}]""", "1 validation error detected: Value null at 'transactItems.1.member.get.tableName' failed to satisfy constraint: Member must not be null")]
    [TestCase("""[{"Get": {"TableName": "$table", "Key": {"id": {"S": "1"}}}}, {"Get": {"TableName": "$table", "Key": {"id": {"S": "1"}}}}]""", "Transaction request cannot include multiple operations on one item")]
    [TestCase("""[{"Get": {"TableName": "$table", "Key": {"id": {"S": "1"}}, "ProjectionExpression": "a, a"}}]""", "Invalid ProjectionExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a]")]
    [TestCase("""[{"Get": {"TableName": "$table", "Key": {"id": {"S": "1"}}, "ExpressionAttributeNames": {"#a": "a"}}}]""", "ExpressionAttributeNames can only be specified when using expressions")]
    [TestCase("""[{"Get": {"TableName": "$table", "Key": {"id": {"S": "1"}}, "ConsistentRead": true}}]""", "The embedded DynamoDB does not support TransactItems[0].Get.ConsistentRead")]
    [TestCase("""[{"Put": {}}]""", "The embedded DynamoDB does not support TransactItems[0].Put")]
    public async Task Reads_that_are_wrong_are_refused(string reads, string message)
    {
        var table = await TestTable.Make();

        var outcome = await RawCall.Outcome("TransactGetItems", $$"""{"TransactItems": {{reads.Replace("$table", table.Name, StringComparison.Ordinal)}}}""");

        Assert.That(outcome, Is.EqualTo($"ValidationException: {message}"));
    }

    [TestCase(100, "no error")]
    [TestCase(101, "ValidationException: 1 validation error detected: Value '[101 actions]' at 'transactItems' failed to satisfy constraint: Member must have length less than or equal to 100")]
    public async Task A_transaction_has_at_most_100_reads(int count, string outcome)
    {
        var table = await TestTable.Make();

        var refusal = await Refusal.Of(Read([.. Enumerable.Range(0, count).Select(n => Get(table, ("id", $"{n}")))]));

        Assert.That(refusal, Is.EqualTo(outcome));
    }

    [Test]
    public async Task A_key_that_does_not_fit_cancels_with_a_reason()
    {
        var table = await TestTable.Make();

        var refusal = await Refusal.Of(Read(Get(table, ("id", "1")), Get(table, ("id", 2))));

        Assert.That(refusal, Is.EqualTo($"TransactionCanceledException: {Cancelled} [None, ValidationError]"));
    }

    [Test]
    public async Task A_missing_table_is_not_found()
    {
        var refusal = await Refusal.Of(Read(Get(new TestTable("missing"), ("id", "1"))));

        Assert.That(refusal, Is.EqualTo("ResourceNotFoundException: Requested resource not found"));
    }

    [Test]
    public async Task Items_of_more_than_4_MB_are_refused()
    {
        var table = await TestTable.Make();
        var text = new string('x', 399 * 1024);
        await Task.WhenAll(Enumerable.Range(0, 11).Select(n => table.Put(("id", $"{n}"), ("text", text))));

        var refusal = await Refusal.Of(Read([.. Enumerable.Range(0, 11).Select(n => Get(table, ("id", $"{n}")))]));

        Assert.That(refusal, Is.EqualTo("ValidationException: The aggregate size of the items in the transaction cannot exceed 4 MB"));
    }

    private static Task<TransactGetItemsResponse> Read(params TransactGetItem[] reads) =>
        Client.TransactGetItemsAsync(new TransactGetItemsRequest { TransactItems = [.. reads] });

    private static TransactGetItem Get(TestTable table, params ReadOnlySpan<(string Name, object? Value)> key) => new()
    {
        Get = new Get { TableName = table.Name, Key = Attributes.Item(key) },
    };
}
