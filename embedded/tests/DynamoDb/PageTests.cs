using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace EmbeddedAws.Tests.DynamoDb;

/// <summary>Pages of queries and scans, on the table and on an index.</summary>
public sealed class PageTests
{
    private static IAmazonDynamoDB Client => AwsSurface.DynamoDb;

    [Test]
    public async Task A_query_goes_on_where_its_last_page_ended([Values] bool forward, [Values(null, "by-owner")] string? index, [Values(1, 2, 3, 7)] int limit)
    {
        var table = await Filled();
        var expected = Enumerable.Range(1, 6).Select(n => $"{n}").ToList();
        if (!forward)
            expected.Reverse();
        var request = new QueryRequest(table.Name)
        {
            IndexName = index,
            KeyConditionExpression = index is null ? "id = :key" : "#owner = :key",
            ExpressionAttributeNames = index is null ? null : new() { ["#owner"] = "owner" },
            ExpressionAttributeValues = Attributes.Item((":key", "a")),
            ScanIndexForward = forward,
            Limit = limit,
        };

        var found = await QueryAll(request, item => item["age"].N);

        Assert.That(found, Is.EqualTo(expected));
    }

    [Test]
    public async Task A_range_is_kept_over_all_pages([Values] bool forward)
    {
        var table = await Filled();
        var request = new QueryRequest(table.Name)
        {
            KeyConditionExpression = "id = :key AND age BETWEEN :low AND :high",
            ExpressionAttributeValues = Attributes.Item((":key", "a"), (":low", 2), (":high", 5)),
            ScanIndexForward = forward,
            Limit = 1,
        };

        var found = await QueryAll(request, item => item["age"].N);

        Assert.That(string.Concat(found), Is.EqualTo(forward ? "2345" : "5432"));
    }

    [Test]
    public async Task Items_of_one_index_key_come_each_once_over_all_pages()
    {
        var table = await TestTable.Make(indexes: TestTable.Index("by-owner", "owner"));
        var ids = Enumerable.Range(0, 7).Select(n => $"{n}").ToList();
        await Task.WhenAll(ids.Select(id => table.Put(("id", id), ("owner", "ann"))));
        var request = new QueryRequest(table.Name)
        {
            IndexName = "by-owner",
            KeyConditionExpression = "#owner = :owner",
            ExpressionAttributeNames = new() { ["#owner"] = "owner" },
            ExpressionAttributeValues = Attributes.Item((":owner", "ann")),
            Limit = 3,
        };

        var found = await QueryAll(request, item => item["id"].S);

        Assert.That(found, Is.EqualTo(ids));
    }

    [Test]
    public async Task A_scan_goes_on_where_its_last_page_ended([Values(null, "by-owner")] string? index, [Values(1, 4, 100)] int limit)
    {
        var table = await Filled();

        var found = new List<string>();
        await foreach (var page in Client.Paginators.Scan(new ScanRequest(table.Name) { IndexName = index, Limit = limit }).Responses)
            found.AddRange(page.Items.Select(item => item["id"].S + item["age"].N));

        Assert.That(found.Order(), Is.EqualTo(["a1", "a2", "a3", "a4", "a5", "a6", "b1"]));
    }

    [Test]
    public async Task A_page_that_ends_at_its_limit_has_a_last_key_even_where_nothing_follows()
    {
        var table = await TestTable.Make();
        await table.Put(("id", "1"));

        var full = await table.Call("Scan", "\"Limit\": 1");
        var rest = await table.Call("Scan", """ "Limit": 1, "ExclusiveStartKey": {"id": {"S": "1"}} """);

        Assert.That(full, Is.EqualTo("""{"Items":[{"id":{"S":"1"}}],"Count":1,"ScannedCount":1,"LastEvaluatedKey":{"id":{"S":"1"}}}"""));
        Assert.That(rest, Is.EqualTo("""{"Items":[],"Count":0,"ScannedCount":0}"""));
    }

    [Test]
    public async Task A_page_holds_at_most_1_MB_before_the_filter()
    {
        var table = await TestTable.Make(age: "N");
        foreach (var n in Enumerable.Range(1, 4))
            await table.Put(("id", "1"), ("age", n), ("text", new string('x', 300 * 1024)));
        var request = new QueryRequest(table.Name)
        {
            KeyConditionExpression = "id = :id",
            FilterExpression = "attribute_not_exists(n)",
            ProjectionExpression = "id",
            ExpressionAttributeValues = Attributes.Item((":id", "1")),
        };

        var first = await Client.QueryAsync(request);
        request.ExclusiveStartKey = first.LastEvaluatedKey;
        var second = await Client.QueryAsync(request);

        Assert.That((first.Count, second.Count), Is.EqualTo((3, 1)));
        Assert.That(Attributes.Show(first.LastEvaluatedKey), Is.EqualTo("age=3 id=1"));
        Assert.That(second.LastEvaluatedKey, Is.Null.Or.Empty);
    }

    [TestCase("""{"id": {"S": "a"}}""", "The provided starting key is invalid: The provided key element does not match the schema")]
    [TestCase("""{"id": {"S": "a"}, "age": {"S": "1"}}""", "The provided starting key is invalid: The provided key element does not match the schema")]
    [TestCase("""{"id": {"S": "a"}, "age": {"N": "1"}, "owner": {"S": "a"}}""", "The provided starting key is invalid: The provided key element does not match the schema")]
    [TestCase("""{"id": {"S": "b"}, "age": {"N": "1"}}""", "The provided starting key is outside query boundaries based on provided conditions")]
    [TestCase("""{"id": {"S": "a"}, "age": {"N": "9"}}""", "The provided starting key does not match the range key predicate")]
    public async Task A_start_that_the_query_cannot_have_ended_at_is_refused(string start, string message)
    {
        var table = await Filled();

        var outcome = await table.Call("Query", $$$"""
            "KeyConditionExpression": "id = :id AND age < :age", "ExpressionAttributeValues": {":id": {"S": "a"}, ":age": {"N": "5"}},
            "ExclusiveStartKey": {{{start}}}
            """);

        Assert.That(outcome, Is.EqualTo($"ValidationException: {message}"));
    }

    [Test]
    public async Task A_start_in_an_index_has_the_keys_of_the_index_and_of_the_table()
    {
        var table = await Filled();

        var outcome = await table.Call("Scan", """ "IndexName": "by-owner", "ExclusiveStartKey": {"id": {"S": "a"}, "age": {"N": "1"}} """);

        Assert.That(outcome, Is.EqualTo(
            "ValidationException: The provided starting key is invalid: The provided key element does not match the schema"));
    }

    /// <summary>What is shown of each item of all pages.</summary>
    private static async Task<List<string>> QueryAll(QueryRequest request, Func<Dictionary<string, AttributeValue>, string> show)
    {
        var found = new List<string>();
        await foreach (var page in Client.Paginators.Query(request).Responses)
            found.AddRange(page.Items.Select(show));
        return found;
    }

    private static async Task<TestTable> Filled()
    {
        var table = await TestTable.Make(age: "N", indexes: TestTable.Index("by-owner", "owner", "age"));
        await Task.WhenAll(Enumerable.Range(1, 6).Select(n => table.Put(("id", "a"), ("age", n), ("owner", "a"))));
        await table.Put(("id", "b"), ("age", 1), ("owner", "b"));
        return table;
    }
}
