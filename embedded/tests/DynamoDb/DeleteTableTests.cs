using Amazon.DynamoDBv2;

namespace EmbeddedAws.Tests.DynamoDb;

public sealed class DeleteTableTests
{
    private static IAmazonDynamoDB Client => AwsSurface.DynamoDb;

    [Test]
    public async Task A_deleted_table_is_gone_with_its_items()
    {
        var request = TestTable.Request();
        await Client.CreateTableAsync(request);
        var table = new TestTable(request.TableName);
        await table.Put(("id", "1"));

        var deleted = (await Client.DeleteTableAsync(table.Name)).TableDescription;

        Assert.That((deleted.TableStatus.Value, deleted.ItemCount), Is.EqualTo(("DELETING", 1L)));
        Assert.That(await Refusal.Of(table.Get(("id", "1"))), Is.EqualTo("ResourceNotFoundException: Requested resource not found"));
        await Client.CreateTableAsync(request);
        Assert.That(await table.Get(("id", "1")), Is.EqualTo("none"));
    }

    [Test]
    public async Task A_missing_table_is_not_found()
    {
        var refusal = await Refusal.Of(Client.DeleteTableAsync("missing"));

        Assert.That(refusal, Is.EqualTo("ResourceNotFoundException: Requested resource not found: Table: missing not found"));
    }

    [Test]
    public async Task A_protected_table_stays()
    {
        var request = TestTable.Request();
        request.DeletionProtectionEnabled = true;
        await Client.CreateTableAsync(request);

        var refusal = await Refusal.Of(Client.DeleteTableAsync(request.TableName));

        Assert.That(refusal, Is.EqualTo(
            "ValidationException: Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first."));
        Assert.That((await Client.DescribeTableAsync(request.TableName)).Table.DeletionProtectionEnabled, Is.True);
    }
}
