using Amazon.DynamoDBv2.Model;

namespace EmbeddedAws.Tests.DynamoDb;

public sealed class TransactWriteItemsTests
{
    [Test]
    public async Task A_transaction_writes_to_several_tables()
    {
        var (one, two) = (await TestTable.Make(), await TestTable.Make());
        await one.Put(("id", "updated"), ("n", 5));
        await two.Put(("id", "deleted"));
        await two.Put(("id", "checked"));

        await Transaction.Run(
            Transaction.Put(one, "put", 1),
            Transaction.Increment(one, "updated"),
            Transaction.Increment(two, "made"),
            Transaction.Delete(two, "deleted"),
            Transaction.Check(two, "checked", "attribute_exists(id)"));

        Assert.That(await one.Get(("id", "put")), Is.EqualTo("id=put n=1"));
        Assert.That(await one.Get(("id", "updated")), Is.EqualTo("id=updated n=6"));
        Assert.That(await two.Get(("id", "made")), Is.EqualTo("id=made n=1"));
        Assert.That(await two.Get(("id", "deleted")), Is.EqualTo("none"));
        Assert.That(await two.Get(("id", "checked")), Is.EqualTo("id=checked"));
    }

    [Test]
    public async Task Items_show_in_the_indexes_and_counts_of_their_table()
    {
        var table = await TestTable.Make(indexes: TestTable.Index("by-owner", "owner"));
        var put = new Put { TableName = table.Name, Item = Attributes.Item(("id", "1"), ("owner", "ann")) };

        await Transaction.Run(new TransactWriteItem { Put = put }, Transaction.Put(table, "2"));

        var indexed = await AwsSurface.DynamoDb.ScanAsync(new ScanRequest(table.Name) { IndexName = "by-owner" });
        var described = (await AwsSurface.DynamoDb.DescribeTableAsync(table.Name)).Table;
        Assert.That(indexed.Items.Select(Attributes.Show), Is.EqualTo(["id=1 owner=ann"]));
        Assert.That(described.ItemCount, Is.EqualTo(2));
    }

    [Test]
    public async Task Of_many_transactions_at_once_each_is_done_as_a_whole()
    {
        var table = await TestTable.Make();

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Transaction.Run(Transaction.Increment(table, "a"), Transaction.Increment(table, "b"))));

        Assert.That(await table.Get(("id", "a")), Is.EqualTo("id=a n=100"));
        Assert.That(await table.Get(("id", "b")), Is.EqualTo("id=b n=100"));
    }

    [Test]
    public async Task Of_many_transactions_with_one_condition_one_succeeds()
    {
        var table = await TestTable.Make();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Refusal.Of(Transaction.Run(
            Transaction.Increment(table, "winner"), Transaction.Put(table, "claim", condition: "attribute_not_exists(id)")))));

        Assert.That(outcomes.Count(outcome => outcome == "no error"), Is.EqualTo(1));
        Assert.That(await table.Get(("id", "winner")), Is.EqualTo("id=winner n=1"));
    }

    [TestCase(100, "no error")]
    [TestCase(101, "ValidationException: 1 validation error detected: Value '[101 actions]' at 'transactItems' failed to satisfy constraint: Member must have length less than or equal to 100")]
    public async Task A_transaction_has_at_most_100_actions(int count, string outcome)
    {
        var table = await TestTable.Make();

        var refusal = await Refusal.Of(Transaction.Run([.. Enumerable.Range(0, count).Select(n => Transaction.Put(table, $"{n}"))]));

        Assert.That(refusal, Is.EqualTo(outcome));
    }

    [TestCase(10, "no error")]
    [TestCase(11, "ValidationException: The aggregate size of the items in the transaction cannot exceed 4 MB")]
    public async Task A_transaction_has_at_most_4_MB(int count, string outcome)
    {
        var table = await TestTable.Make();
        var text = new string('x', 399 * 1024);
        var puts = Enumerable.Range(0, count).Select(n => new TransactWriteItem
        {
            Put = new Put { TableName = table.Name, Item = Attributes.Item(("id", $"{n}"), ("text", text)) },
        });

        var refusal = await Refusal.Of(Transaction.Run([.. puts]));

        Assert.That(refusal, Is.EqualTo(outcome));
        Assert.That(await table.Get(("id", "0")), outcome == "no error" ? Does.StartWith("id=0") : Is.EqualTo("none"));
    }

    [Test]
    public async Task No_more_is_written_by_a_transaction_that_is_too_large_already()
    {
        var table = await TestTable.Make();
        var text = new string('x', 399 * 1024);
        var puts = Enumerable.Range(0, 11).Select(n => new TransactWriteItem
        {
            Put = new Put { TableName = table.Name, Item = Attributes.Item(("id", $"{n}"), ("text", text)) },
        });

        var refusal = await Refusal.Of(Transaction.Run([.. puts, Transaction.Check(table, "last", "attribute_exists(id)")]));

        Assert.That(refusal, Is.EqualTo("ValidationException: The aggregate size of the items in the transaction cannot exceed 4 MB"));
    }
}
