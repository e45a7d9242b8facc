using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace EmbeddedAws.Tests.DynamoDb;

public sealed class ConcurrencyTests
{
    private static IAmazonDynamoDB Client => AwsSurface.DynamoDb;

    [Test]
    public async Task Of_many_conditional_puts_of_one_key_one_succeeds()
    {
        var table = await TestTable.Make();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 200).Select(n => Refusal.Of(Client.PutItemAsync(
            new PutItemRequest(table.Name, Attributes.Item(("id", "1"), ("n", n))) { ConditionExpression = "attribute_not_exists(id)" }))));

        Assert.That(outcomes.Count(outcome => outcome == "no error"), Is.EqualTo(1));
        Assert.That(outcomes.Count(outcome => outcome == "ConditionalCheckFailedException: The conditional request failed"), Is.EqualTo(199));
    }

    [Test]
    public async Task No_increment_of_many_at_once_is_lost_and_readers_see_whole_items()
    {
        var table = await TestTable.Make();
        await table.Put(("id", "1"), ("a", 0), ("b", 0));

        var reads = Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => table.Get(("id", "1")))));
        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => table.Call(
            "UpdateItem", """ "Key": {"id": {"S": "1"}}, "UpdateExpression": "ADD a :one, b :one", "ExpressionAttributeValues": {":one": {"N": "1"}} """)));

        Assert.That(await table.Get(("id", "1")), Is.EqualTo("a=200 b=200 id=1"));
        Assert.That(await reads, Has.All.Match("^a=([0-9]+) b=\\1 id=1$"));
    }
}
