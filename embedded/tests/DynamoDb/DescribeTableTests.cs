using Amazon.DynamoDBv2;

namespace EmbeddedAws.Tests.DynamoDb;

public sealed class DescribeTableTests
{
    private static IAmazonDynamoDB Client => AwsSurface.DynamoDb;

    [Test]
    public async Task Items_and_bytes_are_counted_for_the_table_and_each_index()
    {
        var table = await TestTable.Make(indexes: TestTable.Index("by-owner", "owner", null, "KEYS_ONLY"));
        await table.Put(("id", "1"), ("owner", "ann"), ("title", "Tree"));
        await table.Put(("id", "2"), ("title", "River"));
        await table.Put(("id", "3"), ("owner", "bob"));
        await table.Put(("id", "1"), ("owner", "ann"), ("title", "Trees"));
        await Client.DeleteItemAsync(table.Name, Attributes.Item(("id", "3")));

        var described = (await Client.DescribeTableAsync(table.Name)).Table;

        var index = described.GlobalSecondaryIndexes.Single();
        Assert.That((described.ItemCount, described.TableSizeBytes), Is.EqualTo((2L, 34L)));
        Assert.That((index.ItemCount, index.IndexSizeBytes), Is.EqualTo((1L, 11L)));
    }

    [Test]
    public async Task A_missing_table_is_not_found()
    {
        var refusal = await Refusal.Of(Client.DescribeTableAsync("missing"));

        Assert.That(refusal, Is.EqualTo("ResourceNotFoundException: Requested resource not found: Table: missing not found"));
    }
}
