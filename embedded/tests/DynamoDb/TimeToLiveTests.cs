using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Microsoft.Extensions.Time.Testing;

namespace EmbeddedAws.Tests.DynamoDb;

/// <summary>Items that expire, on a clock that the test moves.</summary>
public sealed class TimeToLiveTests
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private EmbeddedCloud _cloud = null!;
    private IAmazonDynamoDB _client = null!;

    private long Now => _time.GetUtcNow().ToUnixTimeSeconds();

    [SetUp]
    public async Task StartACloudWithATable()
    {
        _cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { Time = _time });
        _client = AwsSurface.DynamoDbOf(_cloud, AwsSurface.Credentials);
        var request = TestTable.Request(indexes: TestTable.Index("by-owner", "owner"));
        request.TableName = "table";
        await _client.CreateTableAsync(request);
    }

    [TearDown]
    public async Task StopTheCloud()
    {
        _client.Dispose();
        await _cloud.DisposeAsync();
    }

    [Test]
    public async Task An_item_is_deleted_within_a_minute_after_its_time()
    {
        await EnableAsync();
        await PutAsync("soon", Now + 30);
        await PutAsync("later", Now + 300);

        _time.Advance(TimeSpan.FromSeconds(20));
        var before = await IdsAsync();
        _time.Advance(TimeSpan.FromSeconds(70));
        var after = await IdsAsync();

        Assert.That((before, after), Is.EqualTo(("later soon", "later")));
        Assert.That((await _client.DescribeTableAsync("table")).Table.GlobalSecondaryIndexes.Single().ItemCount, Is.EqualTo(1));
    }

    [Test]
    public async Task Items_that_are_older_than_the_setting_expire_too()
    {
        await PutAsync("old", Now - 10);
        await EnableAsync();

        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.That(await IdsAsync(), Is.Empty);
    }

    [Test]
    public async Task Only_a_number_of_the_last_five_years_is_a_time()
    {
        await EnableAsync();
        await PutAsync("text", $"{Now}");
        await PutAsync("ancient", _time.GetUtcNow().AddYears(-6).ToUnixTimeSeconds());
        await _client.PutItemAsync("table", Attributes.Item(("id", "none")));

        _time.Advance(TimeSpan.FromMinutes(2));

        Assert.That(await IdsAsync(), Is.EqualTo("ancient none text"));
    }

    [Test]
    public async Task An_item_whose_time_is_moved_stays()
    {
        await EnableAsync();
        await PutAsync("a", Now + 30);
        await PutAsync("a", Now + 600);

        _time.Advance(TimeSpan.FromMinutes(2));

        Assert.That(await IdsAsync(), Is.EqualTo("a"));
    }

    [Test]
    public async Task Nothing_expires_once_it_is_disabled()
    {
        await EnableAsync();
        await PutAsync("a", Now + 30);

        var same = await Refusal.Of(EnableAsync());
        var other = await Refusal.Of(_client.UpdateTimeToLiveAsync(new() { TableName = "table", TimeToLiveSpecification = new() { Enabled = true, AttributeName = "other" } }));
        await _client.UpdateTimeToLiveAsync(new() { TableName = "table", TimeToLiveSpecification = new() { Enabled = false, AttributeName = "expires" } });
        _time.Advance(TimeSpan.FromMinutes(2));

        Assert.That(await IdsAsync(), Is.EqualTo("a"));
        Assert.That((await _client.DescribeTimeToLiveAsync("table")).TimeToLiveDescription.TimeToLiveStatus, Is.EqualTo(TimeToLiveStatus.DISABLED));
        Assert.That(same, Is.EqualTo("ValidationException: TimeToLive is already enabled"));
        Assert.That(other, Is.EqualTo("ValidationException: TimeToLive is active on a different AttributeName: current AttributeName is expires"));
    }

    private Task<UpdateTimeToLiveResponse> EnableAsync() =>
        _client.UpdateTimeToLiveAsync(new() { TableName = "table", TimeToLiveSpecification = new() { Enabled = true, AttributeName = "expires" } });

    private Task<PutItemResponse> PutAsync(string id, object expires) => _client.PutItemAsync("table", Attributes.Item(("id", id), ("owner", "ann"), ("expires", expires)));

    private async Task<string> IdsAsync() =>
        string.Join(' ', (await _client.ScanAsync(new ScanRequest("table"))).Items.Select(item => item["id"].S).Order());
}
