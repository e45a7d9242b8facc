using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace EmbeddedAws.Tests.DynamoDb;

public sealed class PutItemTests
{
    private static IAmazonDynamoDB Client => AwsSurface.DynamoDb;

    [Test]
    public async Task Values_of_every_type_are_kept()
    {
        var table = await TestTable.Make();
        var item = Attributes.Item(
            ("id", "ä€🌳"),
            ("text", ""),
            ("number", -1.5m),
            ("binary", new byte[] { 0, 128, 255 }),
            ("flag", true),
            ("nothing", null),
            ("texts", Attributes.Set("b", "a", "")),
            ("numbers", new[] { 2, 10 }),
            ("binaries", new AttributeValue { BS = [new MemoryStream([1]), new MemoryStream([2])] }),
            ("list", new List<object?> { 1, "x", new List<object?>() }),
            ("map", new Dictionary<string, object?> { ["inner"] = new Dictionary<string, object?> { ["flag"] = false } }));

        await Client.PutItemAsync(table.Name, item);

        Assert.That(await table.Get(("id", "ä€🌳")), Is.EqualTo(
            "binaries={01, 02} binary=0080FF flag=true id=ä€🌳 list=[1, x, []] map=(inner=(flag=false)) nothing=null "
            + "number=-1.5 numbers={10, 2} text= texts={, a, b}"));
    }

    [Test]
    public async Task A_put_replaces_the_whole_item_and_returns_the_old_one()
    {
        var table = await TestTable.Make(age: "N");
        await table.Put(("id", "1"), ("age", 1), ("title", "Tree"));

        var answer = await Client.PutItemAsync(new PutItemRequest(table.Name, Attributes.Item(("id", "1"), ("age", 1.0m), ("size", 5))) { ReturnValues = "ALL_OLD" });

        Assert.That(Attributes.Show(answer.Attributes), Is.EqualTo("age=1 id=1 title=Tree"));
        Assert.That(await table.Get(("id", "1"), ("age", 1)), Is.EqualTo("age=1 id=1 size=5"));
    }

    [Test]
    public async Task A_first_put_returns_no_old_item()
    {
        var table = await TestTable.Make();

        var answer = await table.Call("PutItem", """ "Item": {"id": {"S": "1"}}, "ReturnValues": "ALL_OLD" """);

        Assert.That(answer, Is.EqualTo("{}"));
    }

    [Test]
    public async Task A_failed_condition_changes_nothing()
    {
        var table = await TestTable.Make();
        await table.Put(("id", "1"), ("title", "Tree"));

        var refusal = await table.Call("PutItem", """ "Item": {"id": {"S": "1"}}, "ConditionExpression": "attribute_not_exists(id)" """);

        Assert.That(refusal, Is.EqualTo("ConditionalCheckFailedException: The conditional request failed"));
        Assert.That(await table.Get(("id", "1")), Is.EqualTo("id=1 title=Tree"));
    }

    [Test]
    public async Task A_failed_condition_returns_the_old_item()
    {
        var table = await TestTable.Make();
        await table.Put(("id", "1"), ("title", "Tree"));
        var request = new PutItemRequest(table.Name, Attributes.Item(("id", "1")))
        {
            ConditionExpression = "attribute_not_exists(id)",
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };

        var error = await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => Client.PutItemAsync(request));

        Assert.That(Attributes.Show(error!.Item), Is.EqualTo("id=1 title=Tree"));
    }

    [TestCase("""{"age": {"N": "1"}}""", "One or more parameter values were invalid: Missing the key id in the item")]
    [TestCase("""{"id": {"N": "1"}, "age": {"N": "1"}}""", "One or more parameter values were invalid: Type mismatch for key id expected: S actual: N")]
    [TestCase("""{"id": {"S": ""}, "age": {"N": "1"}}""", "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: id")]
    [TestCase("""{"id": {"S": "1"}, "age": {"S": "1"}}""", "One or more parameter values were invalid: Type mismatch for key age expected: N actual: S")]
    public async Task A_key_that_does_not_fit_is_refused(string item, string message)
    {
        var table = await TestTable.Make(age: "N");

        var outcome = await table.Call("PutItem", $"\"Item\": {item}");

        Assert.That(outcome, Is.EqualTo($"ValidationException: {message}"));
    }

    [Test]
    public async Task An_empty_binary_key_is_refused()
    {
        var table = await TestTable.Make(id: "B");

        var outcome = await table.Call("PutItem", """ "Item": {"id": {"B": ""}} """);

        Assert.That(outcome, Is.EqualTo(
            "ValidationException: One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty binary value. Key: id"));
    }

    [TestCase(2048, 1024, "no error")]
    [TestCase(2049, 1, "ValidationException: One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes")]
    [TestCase(1, 1025, "ValidationException: One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 bytes")]
    public async Task Keys_have_a_greatest_length(int hash, int range, string outcome)
    {
        var table = await TestTable.Make(age: "S");

        var put = await Refusal.Of(table.Put(("id", new string('h', hash)), ("age", new string('r', range))));

        Assert.That(put, Is.EqualTo(outcome));
    }

    [TestCase(400 * 1024, "no error")]
    [TestCase((400 * 1024) + 1, "ValidationException: Item size has exceeded the maximum allowed size")]
    public async Task An_item_has_at_most_400_KB_of_names_and_values(int size, string outcome)
    {
        var table = await TestTable.Make();
        var used = "id".Length + "1".Length + "text".Length;

        var put = await Refusal.Of(table.Put(("id", "1"), ("text", new string('x', size - used))));

        Assert.That(put, Is.EqualTo(outcome));
    }

    [TestCase("ALL_NEW", "ReturnValues can only be ALL_OLD or NONE")]
    [TestCase("SOME", "1 validation error detected: Value 'SOME' at 'returnValues' failed to satisfy constraint: Member must satisfy enum value set: [ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]")]
    public async Task Other_return_values_are_refused(string values, string message)
    {
        var table = await TestTable.Make();

        var outcome = await table.Call("PutItem", $$$""" "Item": {"id": {"S": "1"}}, "ReturnValues": "{{{values}}}" """);

        Assert.That(outcome, Is.EqualTo($"ValidationException: {message}"));
    }

    [Test]
    public async Task A_missing_table_is_not_found()
    {
        var refusal = await Refusal.Of(new TestTable("missing").Put(("id", "1")));

        Assert.That(refusal, Is.EqualTo("ResourceNotFoundException: Requested resource not found"));
    }
}
