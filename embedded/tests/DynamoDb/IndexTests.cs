using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace EmbeddedAws.Tests.DynamoDb;

public sealed class IndexTests
{
    private static IAmazonDynamoDB Client => AwsSurface.DynamoDb;

    [TestCase("KEYS_ONLY", "", "born=1 id=1 owner=ann")]
    [TestCase("INCLUDE", "title", "born=1 id=1 owner=ann title=Tree")]
    [TestCase("ALL", "", "born=1 id=1 n=5 owner=ann title=Tree")]
    public async Task An_index_shows_what_it_projects(string projection, string include, string shown)
    {
        var index = TestTable.Index("by-owner", "owner", "born", projection, include.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var table = await TestTable.Make(indexes: index);
        await table.Put(("id", "1"), ("owner", "ann"), ("born", "1"), ("title", "Tree"), ("n", 5));

        var found = await Query(table, "ann");

        Assert.That(found, Is.EqualTo(shown));
    }

    [Test]
    public async Task An_index_follows_puts_updates_and_deletes()
    {
        var table = await TestTable.Make(indexes: TestTable.Index("by-owner", "owner", null, "KEYS_ONLY"));
        await table.Put(("id", "1"), ("owner", "ann"));
        await table.Put(("id", "2"), ("owner", "ann"));
        await table.Put(("id", "3"), ("owner", "ann"));
        await table.Put(("id", "4"), ("owner", "ann"));

        await table.Put(("id", "1"), ("owner", "bob"));
        await table.Call("UpdateItem", """ "Key": {"id": {"S": "2"}}, "UpdateExpression": "REMOVE #o", "ExpressionAttributeNames": {"#o": "owner"} """);
        await Client.DeleteItemAsync(table.Name, Attributes.Item(("id", "3")));

        Assert.That(await Query(table, "ann"), Is.EqualTo("id=4 owner=ann"));
        Assert.That(await Query(table, "bob"), Is.EqualTo("id=1 owner=bob"));
    }

    [Test]
    public async Task Items_without_all_keys_of_the_index_are_absent()
    {
        var table = await TestTable.Make(indexes: TestTable.Index("by-owner", "owner", "born"));
        await table.Put(("id", "1"), ("owner", "ann"));
        await table.Put(("id", "2"), ("born", "1"));
        await table.Put(("id", "3"), ("owner", "ann"), ("born", "1"));

        var scan = await Client.ScanAsync(new ScanRequest(table.Name) { IndexName = "by-owner" });

        Assert.That(string.Join(' ', scan.Items.Select(item => item["id"].S)), Is.EqualTo("3"));
    }

    [TestCase("""{"N": "1"}""", "One or more parameter values were invalid: Type mismatch for Index Key owner Expected: S Actual: N IndexName: by-owner")]
    [TestCase("""{"S": ""}""", "One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty string value. IndexName: by-owner, IndexKey: owner")]
    public async Task A_put_with_an_index_key_that_does_not_fit_is_refused(string owner, string message)
    {
        var table = await TestTable.Make(indexes: TestTable.Index("by-owner", "owner", "born"));

        var outcome = await table.Call("PutItem", $$$""" "Item": {"id": {"S": "1"}, "owner": {{{owner}}}} """);

        Assert.That(outcome, Is.EqualTo($"ValidationException: {message}"));
    }

    [TestCase("""{"N": "1"}""", "The update expression attempted to update the secondary index key to unsupported type")]
    [TestCase("""{"S": ""}""", "The update expression attempted to update a secondary index key to a value that is not supported. The AttributeValue for a key attribute cannot contain an empty string value.")]
    public async Task An_update_to_an_index_key_that_does_not_fit_is_refused(string owner, string message)
    {
        var table = await TestTable.Make(indexes: TestTable.Index("by-owner", "owner", "born"));

        var outcome = await table.Call("UpdateItem", $$$"""
            "Key": {"id": {"S": "1"}}, "UpdateExpression": "SET #o = :o", "ExpressionAttributeNames": {"#o": "owner"},
            "ExpressionAttributeValues": {":o": {{{owner}}}}
            """);

        Assert.That(outcome, Is.EqualTo($"ValidationException: {message}"));
    }

    [TestCase("\"ConsistentRead\": true", "Consistent reads are not supported on global secondary indexes")]
    [TestCase("\"Select\": \"ALL_ATTRIBUTES\"", "One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global secondary index by-owner because its projection type is not ALL")]
    [TestCase("\"ProjectionExpression\": \"id, title, a.b\"", "One or more parameter values were invalid: Global secondary index by-owner does not project [title, a]")]
    [TestCase("\"FilterExpression\": \"#o = :o\"", "Filter Expression can only contain non-primary key attributes: Primary key attribute: owner")]
    public async Task A_query_of_an_index_that_cannot_be_is_refused(string members, string message)
    {
        var table = await TestTable.Make(indexes: TestTable.Index("by-owner", "owner", null, "KEYS_ONLY"));

        var outcome = await table.Call("Query", $$$"""
            "IndexName": "by-owner", "KeyConditionExpression": "#o = :o", "ExpressionAttributeNames": {"#o": "owner"},
            "ExpressionAttributeValues": {":o": {"S": "ann"}}, {{{members}}}
            """);

        Assert.That(outcome, Is.EqualTo($"ValidationException: {message}"));
    }

    private static async Task<string> Query(TestTable table, string owner)
    {
        var answer = await Client.QueryAsync(new QueryRequest(table.Name)
        {
            IndexName = "by-owner",
            KeyConditionExpression = "#owner = :owner",
            ExpressionAttributeNames = new() { ["#owner"] = "owner" },
            ExpressionAttributeValues = Attributes.Item((":owner", owner)),
        });
        return string.Join("; ", answer.Items.Select(Attributes.Show));
    }
}
