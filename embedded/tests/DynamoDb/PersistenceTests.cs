using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace EmbeddedAws.Tests.DynamoDb;

public sealed class PersistenceTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("persistence-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Tables_items_and_indexes_outlive_the_cloud()
    {
        var request = TestTable.Request(age: "N", indexes: TestTable.Index("by-owner", "owner"));
        string described;
        await using (var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { DataFolder = _folder }))
        {
            using var client = Client(cloud);
            await client.CreateTableAsync(request);
            await client.PutItemAsync(request.TableName, Attributes.Item(("id", "1"), ("age", 1), ("owner", "ann")));
            described = await Describe(client, request.TableName);
        }

        await using (var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { DataFolder = _folder }))
        {
            using var client = Client(cloud);
            var found = await client.ScanAsync(new ScanRequest(request.TableName) { IndexName = "by-owner" });

            Assert.That(found.Items.Select(Attributes.Show), Is.EqualTo(["age=1 id=1 owner=ann"]));
            Assert.That(await Describe(client, request.TableName), Is.EqualTo(described));
        }
    }

    private static AmazonDynamoDBClient Client(EmbeddedCloud cloud) => new(
        AwsSurface.Credentials, new AmazonDynamoDBConfig { ServiceURL = cloud.Endpoint.ToString(), AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });

    private static async Task<string> Describe(AmazonDynamoDBClient client, string name)
    {
        var table = (await client.DescribeTableAsync(name)).Table;
        return $"{table.TableId} {table.CreationDateTime:O} {table.ItemCount} {table.TableSizeBytes} {table.GlobalSecondaryIndexes.Single().ItemCount}";
    }
}
