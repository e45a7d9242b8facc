using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace EmbeddedAws.Tests.DynamoDb;

public sealed class UpdateTableTests
{
    private static IAmazonDynamoDB Client => AwsSurface.DynamoDb;

    [Test]
    public async Task An_index_is_built_over_the_items_that_are_there()
    {
        var table = await TestTable.Make();
        await table.Put(("id", "1"), ("owner", "ann"));
        await table.Put(("id", "2"), ("owner", 7));
        await table.Put(("id", "3"));

        var updated = (await Client.UpdateTableAsync(Create(table.Name, "by-owner", "owner"))).TableDescription;
        await table.Put(("id", "4"), ("owner", "ann"));
        var found = await Client.ScanAsync(new ScanRequest(table.Name) { IndexName = "by-owner" });

        Assert.That((updated.GlobalSecondaryIndexes.Single().IndexStatus.Value, updated.GlobalSecondaryIndexes.Single().ItemCount), Is.EqualTo(("ACTIVE", 1L)));
        Assert.That(found.Items.Select(item => item["id"].S), Is.EqualTo(["1", "4"]));
    }

    [Test]
    public async Task An_index_goes_and_the_others_stay()
    {
        var table = await TestTable.Make(indexes: [TestTable.Index("by-owner", "owner"), TestTable.Index("by-title", "title")]);
        await table.Put(("id", "1"), ("owner", "ann"), ("title", "Tree"));

        var updated = (await Client.UpdateTableAsync(new UpdateTableRequest
        {
            TableName = table.Name,
            GlobalSecondaryIndexUpdates = [new() { Delete = new() { IndexName = "by-owner" } }],
        })).TableDescription;
        await Client.UpdateTableAsync(Create(table.Name, "by-author", "author"));
        await table.Put(("id", "2"), ("author", "bob"), ("title", "River"));
        var titles = await Client.ScanAsync(new ScanRequest(table.Name) { IndexName = "by-title" });
        var authors = await Client.ScanAsync(new ScanRequest(table.Name) { IndexName = "by-author" });

        Assert.That(updated.AttributeDefinitions.Select(attribute => attribute.AttributeName), Is.EquivalentTo(["id", "title"]));
        Assert.That(titles.Items.Select(item => item["id"].S), Is.EquivalentTo(["1", "2"]));
        Assert.That(authors.Items.Select(item => item["id"].S), Is.EqualTo(["2"]));
    }

    [Test]
    public async Task A_changed_table_outlives_the_cloud()
    {
        var folder = Directory.CreateTempSubdirectory("update-table-").FullName;
        await using (var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { DataFolder = folder }))
        {
            using var client = AwsSurface.DynamoDbOf(cloud, AwsSurface.Credentials);
            var request = TestTable.Request(indexes: [TestTable.Index("by-owner", "owner"), TestTable.Index("by-title", "title")]);
            request.TableName = "table";
            await client.CreateTableAsync(request);
            await client.PutItemAsync("table", Attributes.Item(("id", "1"), ("owner", "ann"), ("title", "Tree")));
            await client.UpdateTableAsync(new UpdateTableRequest { TableName = "table", GlobalSecondaryIndexUpdates = [new() { Delete = new() { IndexName = "by-owner" } }], DeletionProtectionEnabled = true });
            await client.UpdateTimeToLiveAsync(new() { TableName = "table", TimeToLiveSpecification = new() { Enabled = true, AttributeName = "expires" } });
            await client.TagResourceAsync(new() { ResourceArn = "arn:aws:dynamodb:us-east-1:000000000000:table/table", Tags = [new() { Key = "a", Value = "b" }] });
        }

        await using (var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { DataFolder = folder }))
        {
            using var client = AwsSurface.DynamoDbOf(cloud, AwsSurface.Credentials);
            var found = await client.ScanAsync(new ScanRequest("table") { IndexName = "by-title" });
            var tags = await client.ListTagsOfResourceAsync(new() { ResourceArn = "arn:aws:dynamodb:us-east-1:000000000000:table/table" });

            Assert.That(found.Items.Select(Attributes.Show), Is.EqualTo(["id=1 owner=ann title=Tree"]));
            Assert.That((await client.DescribeTableAsync("table")).Table.DeletionProtectionEnabled, Is.True);
            Assert.That((await client.DescribeTimeToLiveAsync("table")).TimeToLiveDescription.AttributeName, Is.EqualTo("expires"));
            Assert.That(tags.Tags.Single().Value, Is.EqualTo("b"));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task The_way_of_billing_changes_with_its_throughput()
    {
        var table = await TestTable.Make(indexes: TestTable.Index("by-owner", "owner"));

        var without = await table.Call("UpdateTable", "\"BillingMode\": \"PROVISIONED\", \"ProvisionedThroughput\": {\"ReadCapacityUnits\": 1, \"WriteCapacityUnits\": 2}");
        await table.Call("UpdateTable", "\"BillingMode\": \"PROVISIONED\", \"ProvisionedThroughput\": {\"ReadCapacityUnits\": 1, \"WriteCapacityUnits\": 2}, \"GlobalSecondaryIndexUpdates\": [{\"Update\": {\"IndexName\": \"by-owner\", \"ProvisionedThroughput\": {\"ReadCapacityUnits\": 3, \"WriteCapacityUnits\": 4}}}]");
        var provisioned = (await Client.DescribeTableAsync(table.Name)).Table;
        await table.Call("UpdateTable", "\"BillingMode\": \"PAY_PER_REQUEST\"");
        var billed = (await Client.DescribeTableAsync(table.Name)).Table;

        Assert.That(without, Does.Contain("ProvisionedThroughput is not specified for index: by-owner"));
        Assert.That((provisioned.ProvisionedThroughput.WriteCapacityUnits, provisioned.GlobalSecondaryIndexes.Single().ProvisionedThroughput.ReadCapacityUnits), Is.EqualTo((2, 3)));
        Assert.That((billed.BillingModeSummary.BillingMode.Value, billed.ProvisionedThroughput.WriteCapacityUnits), Is.EqualTo(("PAY_PER_REQUEST", 0)));
    }

    [TestCase("\"TableClass\": \"COLD\"", "enum value set")]
    [TestCase("\"GlobalSecondaryIndexUpdates\": []", "At least one of")]
    [TestCase("\"GlobalSecondaryIndexUpdates\": [{\"Delete\": {\"IndexName\": \"none\"}}]", "Index: none not found")]
    [TestCase("\"GlobalSecondaryIndexUpdates\": [{}]", "exactly one of Create, Update and Delete")]
    [TestCase("\"StreamSpecification\": {\"StreamEnabled\": true}", "does not support StreamSpecification.StreamEnabled")]
    [TestCase("\"SSESpecification\": {\"KMSMasterKeyId\": \"k\"}", "SSEType KMS must be enabled")]
    public async Task An_update_that_is_wrong_is_refused(string members, string message)
    {
        var table = await TestTable.Make();

        var outcome = await table.Call("UpdateTable", members);

        Assert.That(outcome, Does.Contain(message));
    }

    private static UpdateTableRequest Create(string table, string index, string hash) => new()
    {
        TableName = table,
        AttributeDefinitions = [new("id", "S"), new(hash, "S")],
        GlobalSecondaryIndexUpdates =
        [
            new()
            {
                Create = new() { IndexName = index, KeySchema = [new(hash, KeyType.HASH)], Projection = new() { ProjectionType = "ALL" } },
            },
        ],
    };
}
