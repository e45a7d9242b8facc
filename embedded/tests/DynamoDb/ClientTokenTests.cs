using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using EmbeddedAws.Host;
using Microsoft.Extensions.Time.Testing;

namespace EmbeddedAws.Tests.DynamoDb;

/// <summary>Transactions that are sent again: each test has its own cloud, for its clock and its faults.</summary>
public sealed class ClientTokenTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tokens-").FullName;
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly CreateTableRequest _table = TestTable.Request();

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase(0)]
    [TestCase(599)]
    public async Task The_same_transaction_again_is_answered_and_does_nothing(int seconds)
    {
        await using var cloud = await StartAsync();
        using var client = Client(cloud);
        await client.CreateTableAsync(_table);

        await client.TransactWriteItemsAsync(Increment("token"));
        _time.Advance(TimeSpan.FromSeconds(seconds));
        await client.TransactWriteItemsAsync(Increment("token"));

        Assert.That(await Count(client), Is.EqualTo("1"));
    }

    [TestCase("token", 600)]
    [TestCase("another", 0)]
    public async Task After_ten_minutes_or_with_another_token_a_transaction_is_done_again(string token, int seconds)
    {
        await using var cloud = await StartAsync();
        using var client = Client(cloud);
        await client.CreateTableAsync(_table);

        await client.TransactWriteItemsAsync(Increment("token"));
        _time.Advance(TimeSpan.FromSeconds(seconds));
        await client.TransactWriteItemsAsync(Increment(token));

        Assert.That(await Count(client), Is.EqualTo("2"));
    }

    [Test]
    public async Task Another_transaction_with_the_token_is_refused()
    {
        await using var cloud = await StartAsync();
        using var client = Client(cloud);
        await client.CreateTableAsync(_table);
        await client.TransactWriteItemsAsync(Increment("token"));

        var refusal = await Refusal.Of(client.TransactWriteItemsAsync(Increment("token", by: 2)));

        Assert.That(refusal, Does.StartWith("IdempotentParameterMismatchException: The request uses the same client token"));
        Assert.That(await Count(client), Is.EqualTo("1"));
    }

    [Test]
    public async Task A_cancelled_transaction_leaves_its_token_free()
    {
        await using var cloud = await StartAsync();
        using var client = Client(cloud);
        await client.CreateTableAsync(_table);
        var refused = Increment("token");
        refused.TransactItems[0].Update.ConditionExpression = "attribute_exists(id)";

        var first = await Refusal.Of(client.TransactWriteItemsAsync(refused));
        var second = await Refusal.Of(client.TransactWriteItemsAsync(Increment("token")));

        Assert.That(first, Does.StartWith("TransactionCanceledException"));
        Assert.That(second, Is.EqualTo("no error"));
    }

    [Test]
    public async Task A_token_outlives_the_cloud()
    {
        await using (var cloud = await StartAsync())
        {
            using var client = Client(cloud);
            await client.CreateTableAsync(_table);
            await client.TransactWriteItemsAsync(Increment("token"));
        }

        await using (var cloud = await StartAsync())
        {
            using var client = Client(cloud);
            await client.TransactWriteItemsAsync(Increment("token"));

            Assert.That(await Count(client), Is.EqualTo("1"));
        }
    }

    [Test]
    public async Task A_retry_of_the_SDK_after_a_lost_answer_succeeds_and_does_nothing_twice()
    {
        await using var cloud = await StartAsync();
        using var client = Client(cloud, retries: 1);
        await client.CreateTableAsync(_table);
        cloud.Calls.Inject("TransactWriteItems", new AwsFault.LoseAnswer(), times: 1);

        await client.TransactWriteItemsAsync(Increment(token: null));

        Assert.That(cloud.Calls.Count("TransactWriteItems"), Is.EqualTo(2));
        Assert.That(await Count(client), Is.EqualTo("1"));
    }

    [TestCase("", "Value '' at 'clientRequestToken' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [TestCase("0123456789012345678901234567890123456", "Value '0123456789012345678901234567890123456' at 'clientRequestToken' failed to satisfy constraint: Member must have length less than or equal to 36")]
    public async Task A_token_has_1_to_36_characters(string token, string message)
    {
        var table = await TestTable.Make();

        var refusal = await RawCall.Outcome(
            "TransactWriteItems",
            $$$$"""{"ClientRequestToken": "{{{{token}}}}", "TransactItems": [{"Put": {"TableName": "{{{{table.Name}}}}", "Item": {"id": {"S": "1"}} }}]}""");

        Assert.That(refusal, Is.EqualTo($"ValidationException: 1 validation error detected: {message}"));
    }

    private static AmazonDynamoDBClient Client(EmbeddedCloud cloud, int retries = 0) => new(
        AwsSurface.Credentials, new AmazonDynamoDBConfig { ServiceURL = cloud.Endpoint.ToString(), AuthenticationRegion = "us-east-1", MaxErrorRetry = retries });

    private Task<EmbeddedCloud> StartAsync() => EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { DataFolder = _folder, Time = _time });

    private TransactWriteItemsRequest Increment(string? token, int by = 1) => new()
    {
        ClientRequestToken = token,
        TransactItems =
        [
            new TransactWriteItem
            {
                Update = new Update
                {
                    TableName = _table.TableName,
                    Key = Attributes.Item(("id", "1")),
                    UpdateExpression = "ADD n :by",
                    ExpressionAttributeValues = Attributes.Item((":by", by)),
                },
            },
        ],
    };

    private async Task<string> Count(AmazonDynamoDBClient client) =>
        (await client.GetItemAsync(_table.TableName, Attributes.Item(("id", "1")))).Item["n"].N;
}
