using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace EmbeddedAws.Tests.DynamoDb;

public sealed class UpdateItemTests
{
    private static IAmazonDynamoDB Client => AwsSurface.DynamoDb;

    [TestCase("NONE", "")]
    [TestCase("ALL_OLD", "id=1 m=(a=1 b=2) n=5")]
    [TestCase("ALL_NEW", "id=1 m=(a=1 b=2) n=7 zest=new")]
    [TestCase("UPDATED_OLD", "m=(b=2) n=5")]
    [TestCase("UPDATED_NEW", "m=(b=2) n=7 zest=new")]
    public async Task An_update_returns_what_is_asked_for(string values, string shown)
    {
        var table = await TestTable.Make();
        await table.Put(("id", "1"), ("n", 5), ("m", new Dictionary<string, object?> { ["a"] = 1, ["b"] = 2 }));
        var request = UpdateTrial.Request(table, "SET n = n + :two, zest = :text, m.b = :two");
        request.ReturnValues = values;

        var answer = await Client.UpdateItemAsync(request);

        Assert.That(answer.Attributes is null ? "" : Attributes.Show(answer.Attributes), Is.EqualTo(shown));
    }

    [Test]
    public async Task An_update_makes_an_item_that_is_missing()
    {
        var table = await TestTable.Make(age: "N");
        var request = new UpdateItemRequest { TableName = table.Name, Key = Attributes.Item(("id", "1"), ("age", 2)), ReturnValues = "ALL_NEW" };

        var answer = await Client.UpdateItemAsync(request);

        Assert.That(Attributes.Show(answer.Attributes), Is.EqualTo("age=2 id=1"));
        Assert.That(await table.Get(("id", "1"), ("age", 2)), Is.EqualTo("age=2 id=1"));
    }

    [Test]
    public async Task A_failed_condition_returns_the_item_that_stays()
    {
        var table = await TestTable.Make();
        await table.Put(("id", "1"), ("n", 5));
        var request = UpdateTrial.Request(table, "SET title = :text");
        request.ConditionExpression = "attribute_not_exists(n)";
        request.ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD;

        var error = await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => Client.UpdateItemAsync(request));

        Assert.That(Attributes.Show(error!.Item), Is.EqualTo("id=1 n=5"));
        Assert.That(await table.Get(("id", "1")), Is.EqualTo("id=1 n=5"));
    }

    [Test]
    public async Task A_condition_on_a_missing_item_returns_no_item()
    {
        var table = await TestTable.Make();
        var request = UpdateTrial.Request(table, "SET title = :text");
        request.ConditionExpression = "attribute_exists(id)";
        request.ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD;

        var error = await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => Client.UpdateItemAsync(request));

        Assert.That(error!.Item, Is.Null.Or.Empty);
        Assert.That(await table.Get(("id", "1")), Is.EqualTo("none"));
    }

    [Test]
    public async Task An_item_cannot_grow_past_400_KB()
    {
        var table = await TestTable.Make();
        await table.Put(("id", "1"), ("a", new string('x', 300 * 1024)));
        var request = UpdateTrial.Request(table, "SET b = a");

        var refusal = await Refusal.Of(Client.UpdateItemAsync(request));

        Assert.That(refusal, Is.EqualTo("ValidationException: Item size to update has exceeded the maximum allowed size"));
    }
}
