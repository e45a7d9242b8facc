using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace EmbeddedAws.Tests.DynamoDb;

/// <summary>Which reads lag while a test lets them: those that may on AWS.</summary>
public sealed class ReadLagTests
{
    private const string Table = "table";

    private EmbeddedCloud _cloud = null!;
    private IAmazonDynamoDB _client = null!;

    [SetUp]
    public async Task StartACloud()
    {
        _cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());
        _client = AwsSurface.DynamoDbOf(_cloud, AwsSurface.Credentials);
        var request = TestTable.Request(indexes: TestTable.Index("by-owner", "owner"));
        request.TableName = Table;
        await _client.CreateTableAsync(request);
    }

    [TearDown]
    public async Task StopTheCloud()
    {
        _client.Dispose();
        await _cloud.DisposeAsync();
    }

    [Test]
    public async Task A_read_that_does_not_ask_for_consistency_lags([Values("GetItem", "BatchGetItem", "Query", "Scan", "Query of the index", "Scan of the index")] string read)
    {
        using var lag = await WriteBeforeAndAfterAsync();

        Assert.That(await Read(read, consistent: false), Is.EquivalentTo((string[])["changed 1", "deleted 1"]));
    }

    [Test]
    public async Task A_consistent_read_does_not_lag([Values("GetItem", "BatchGetItem", "Query", "Scan", "TransactGetItems")] string read)
    {
        using var lag = await WriteBeforeAndAfterAsync();

        Assert.That(await Read(read, consistent: true), Is.EquivalentTo((string[])["changed 2", "new 1"]));
    }

    [Test]
    public async Task A_condition_sees_what_is_written()
    {
        using var lag = _cloud.LagReads();
        await Put("1", 1);

        var again = await Refusal.Of(_client.PutItemAsync(new PutItemRequest(Table, Item("1", 2)) { ConditionExpression = "attribute_not_exists(id)" }));

        Assert.That(again, Is.EqualTo("ConditionalCheckFailedException: The conditional request failed"));
    }

    [Test]
    public async Task After_the_lag_every_read_sees_the_last_state()
    {
        using (_cloud.LagReads())
            await Put("1", 1);

        Assert.That(await Read("Query of the index", consistent: false), Is.EqualTo(["1 1"]));
        Assert.That(_cloud.LagReads, Throws.Nothing);
        Assert.That(_cloud.LagReads, Throws.InvalidOperationException, "they lag already");
    }

    /// <summary>Lets reads lag, and writes before and after that moment.</summary>
    private async Task<IDisposable> WriteBeforeAndAfterAsync()
    {
        await Put("changed", 1);
        await Put("deleted", 1);
        var lag = _cloud.LagReads();
        await Put("changed", 2);
        await Put("new", 1);
        await _client.DeleteItemAsync(Table, Attributes.Item(("id", "deleted")));
        return lag;
    }

    private static Dictionary<string, AttributeValue> Item(string id, int n) => Attributes.Item(("id", id), ("n", n), ("owner", "ann"));

    private Task<PutItemResponse> Put(string id, int n) => _client.PutItemAsync(Table, Item(id, n));

    private async Task<IEnumerable<string>> Read(string read, bool consistent)
    {
        List<Dictionary<string, AttributeValue>> keys = [.. new[] { "changed", "deleted", "new" }.Select(id => Attributes.Item(("id", id)))];
        var items = read switch
        {
            "GetItem" => (await Task.WhenAll(keys.Select(key => _client.GetItemAsync(Table, key, consistent)))).Select(answer => answer.Item),
            "BatchGetItem" => (await _client.BatchGetItemAsync(new Dictionary<string, KeysAndAttributes>
            {
                [Table] = new() { Keys = keys, ConsistentRead = consistent },
            })).Responses[Table],
            "TransactGetItems" => (await _client.TransactGetItemsAsync(new TransactGetItemsRequest
            {
                TransactItems = [.. keys.Select(key => new TransactGetItem { Get = new Get { TableName = Table, Key = key } })],
            })).Responses.Select(response => response.Item),
            "Query" => (await Task.WhenAll(keys.Select(key => _client.QueryAsync(new QueryRequest(Table)
            {
                KeyConditionExpression = "id = :id",
                ExpressionAttributeValues = new() { [":id"] = key["id"] },
                ConsistentRead = consistent,
            })))).SelectMany(answer => answer.Items),
            "Query of the index" => (await _client.QueryAsync(new QueryRequest(Table)
            {
                IndexName = "by-owner",
                KeyConditionExpression = "#owner = :ann",
                ExpressionAttributeNames = new() { ["#owner"] = "owner" },
                ExpressionAttributeValues = Attributes.Item((":ann", "ann")),
            })).Items,
            "Scan of the index" => (await _client.ScanAsync(new ScanRequest(Table) { IndexName = "by-owner" })).Items,
            _ => (await _client.ScanAsync(new ScanRequest(Table) { ConsistentRead = consistent })).Items,
        };
        return items.Where(item => item is { Count: > 0 }).Select(item => $"{item["id"].S} {item["n"].N}");
    }
}
