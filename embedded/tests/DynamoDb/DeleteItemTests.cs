using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace EmbeddedAws.Tests.DynamoDb;

public sealed class DeleteItemTests
{
    private static IAmazonDynamoDB Client => AwsSurface.DynamoDb;

    [Test]
    public async Task A_delete_returns_the_old_item_and_leaves_nothing()
    {
        var table = await TestTable.Make();
        await table.Put(("id", "1"), ("n", 5));

        var answer = await Client.DeleteItemAsync(table.Name, Attributes.Item(("id", "1")), ReturnValue.ALL_OLD);

        Assert.That(Attributes.Show(answer.Attributes), Is.EqualTo("id=1 n=5"));
        Assert.That(await table.Get(("id", "1")), Is.EqualTo("none"));
    }

    [Test]
    public async Task A_second_delete_succeeds()
    {
        var table = await TestTable.Make();

        var answer = await table.Call("DeleteItem", """ "Key": {"id": {"S": "1"}}, "ReturnValues": "ALL_OLD" """);

        Assert.That(answer, Is.EqualTo("{}"));
    }

    [Test]
    public async Task A_failed_condition_returns_the_item_that_stays()
    {
        var table = await TestTable.Make();
        await table.Put(("id", "1"), ("n", 5));
        var request = new DeleteItemRequest(table.Name, Attributes.Item(("id", "1")))
        {
            ConditionExpression = "n > :n",
            ExpressionAttributeValues = Attributes.Item((":n", 5)),
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };

        var error = await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => Client.DeleteItemAsync(request));

        Assert.That(Attributes.Show(error!.Item), Is.EqualTo("id=1 n=5"));
        Assert.That(await table.Get(("id", "1")), Is.EqualTo("id=1 n=5"));
    }

    [TestCase("ALL_NEW", "ReturnValues can only be ALL_OLD or NONE")]
    [TestCase("UPDATED_OLD", "ReturnValues can only be ALL_OLD or NONE")]
    public async Task Other_return_values_are_refused(string values, string message)
    {
        var table = await TestTable.Make();

        var outcome = await table.Call("DeleteItem", $$$""" "Key": {"id": {"S": "1"}}, "ReturnValues": "{{{values}}}" """);

        Assert.That(outcome, Is.EqualTo($"ValidationException: {message}"));
    }
}
