using System.Text;
using Amazon.DynamoDBv2;
using Amazon.S3;
using EmbeddedAws.Tests.DynamoDb;

namespace EmbeddedAws.Tests.Hostile;

/// <summary>
/// Random requests of someone who means harm, correctly signed. Each is answered in time, by S3 or DynamoDB in their own format and by no 5xx (but S3's 501 for what is not
/// supported), and everything works afterwards. See <see cref="HostileRun"/> for more of them, and for how to repeat one.
/// </summary>
public sealed class HostileTests
{
    private readonly StringBuilder _errors = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("hostile-").FullName;
    private EmbeddedCloud _cloud = null!;
    private IAmazonS3 _s3 = null!;
    private IAmazonDynamoDB _dynamoDb = null!;

    [SetUp]
    public async Task StartACloud()
    {
        _cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { DataFolder = _folder, ErrorLog = TextWriter.Synchronized(new StringWriter(_errors)) });
        (_s3, _dynamoDb) = (AwsSurface.S3Of(_cloud, AwsSurface.Credentials), AwsSurface.DynamoDbOf(_cloud, AwsSurface.Credentials));
    }

    [TearDown]
    public async Task StopTheCloud()
    {
        _s3.Dispose();
        _dynamoDb.Dispose();
        await _cloud.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task S3_answers_whatever_comes_and_goes_on()
    {
        var bucket = await HostileBucket.MakeAsync(_s3, "attacked");

        var problems = await HostileRun.SendAsync(_cloud.Endpoint, random => new HostileS3(bucket, random).Next());

        using var answer = await _s3.GetObjectAsync(bucket.Name, HostileBucket.Kept);
        var kept = await new StreamReader(answer.ResponseStream).ReadToEndAsync();
        await _cloud.StopAsync();
        Assert.That(problems, Is.Empty);
        Assert.That(kept, Is.EqualTo("hello"));
        Assert.That(_errors.ToString(), Is.Empty);
        Assert.That(Directory.EnumerateFiles(Path.Combine(_folder, "incoming")), Is.Empty, "of bodies that were refused nothing is left");
    }

    [Test]
    public async Task The_requests_that_are_altered_are_good_ones()
    {
        var table = TestTable.Request(age: "N", indexes: TestTable.Index("by-owner", "owner"));
        await _dynamoDb.CreateTableAsync(table);
        var client = new HostileClient(_cloud.Endpoint);

        foreach (var number in Enumerable.Range(0, GoodRequests.Count))
        {
            var (operation, body) = GoodRequests.Of(number, table.TableName);
            var answer = await client.SendAsync(new HostileCall("POST", "/", [("X-Amz-Target", $"DynamoDB_20120810.{operation}")], Encoding.UTF8.GetBytes(body)));
            Assert.That($"{answer}", Does.StartWith("HTTP/1.1 200 "), body);
        }
    }

    [Test]
    public async Task DynamoDB_answers_whatever_comes_and_goes_on()
    {
        var attacked = TestTable.Request(age: "N", indexes: TestTable.Index("by-owner", "owner"));
        await _dynamoDb.CreateTableAsync(attacked);
        var apart = TestTable.Request();
        await _dynamoDb.CreateTableAsync(apart);
        await _dynamoDb.PutItemAsync(apart.TableName, Attributes.Item(("id", "1"), ("n", 5)));

        var problems = await HostileRun.SendAsync(_cloud.Endpoint, random => new HostileDynamoDb(attacked.TableName, random).Next());

        var answer = await _dynamoDb.GetItemAsync(apart.TableName, Attributes.Item(("id", "1")));
        Assert.That(problems, Is.Empty);
        Assert.That(Attributes.Show(answer.Item), Is.EqualTo("id=1 n=5"));
        Assert.That(_errors.ToString(), Is.Empty);
    }
}
