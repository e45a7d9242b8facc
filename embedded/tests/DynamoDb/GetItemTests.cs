using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace EmbeddedAws.Tests.DynamoDb;

public sealed class GetItemTests
{
    private static IAmazonDynamoDB Client => AwsSurface.DynamoDb;

    [Test]
    public async Task A_missing_item_is_not_an_error()
    {
        var table = await TestTable.Make();

        var answer = await table.Call("GetItem", """ "Key": {"id": {"S": "1"}} """);

        Assert.That(answer, Is.EqualTo("{}"));
    }

    [Test]
    public async Task A_write_is_read_at_once()
    {
        var table = await TestTable.Make();
        await table.Put(("id", "1"), ("n", 5));

        var answer = await Client.GetItemAsync(table.Name, Attributes.Item(("id", "1")), consistentRead: true);

        Assert.That(Attributes.Show(answer.Item), Is.EqualTo("id=1 n=5"));
    }

    [TestCase("title", "title=Tree")]
    [TestCase("id, absent", "id=1")]
    [TestCase("m.a, l[1]", "l=[2] m=(a=1)")]
    [TestCase("l[2].x, l[0]", "l=[1, (x=y)]")]
    [TestCase("m.b.c", "m=(b=(c=3))")]
    [TestCase("l[9], m.z, title.x, id[0]", "")]
    public async Task A_projection_returns_parts(string projection, string shown)
    {
        var table = await TestTable.Make();
        await table.Put(
            ("id", "1"),
            ("title", "Tree"),
            ("m", new Dictionary<string, object?> { ["a"] = 1, ["b"] = new Dictionary<string, object?> { ["c"] = 3, ["d"] = 4 } }),
            ("l", new List<object?> { 1, 2, new Dictionary<string, object?> { ["x"] = "y" } }));

        var answer = await Client.GetItemAsync(new GetItemRequest { TableName = table.Name, Key = Attributes.Item(("id", "1")), ProjectionExpression = projection });

        Assert.That(Attributes.Show(answer.Item), Is.EqualTo(shown));
    }

    [Test]
    public async Task A_placeholder_names_an_attribute_whatever_its_name()
    {
        var table = await TestTable.Make();
        await table.Put(("id", "1"), ("a.b", 1), ("name", 2));
        var request = new GetItemRequest
        {
            TableName = table.Name,
            Key = Attributes.Item(("id", "1")),
            ProjectionExpression = "#dotted, #reserved",
            ExpressionAttributeNames = new() { ["#dotted"] = "a.b", ["#reserved"] = "name" },
        };

        var answer = await Client.GetItemAsync(request);

        Assert.That(Attributes.Show(answer.Item), Is.EqualTo("a.b=1 name=2"));
    }

    [TestCase("""{"id": {"N": "1"}}""")]
    [TestCase("""{"id": {"S": "1"}, "age": {"N": "1"}}""")]
    [TestCase("""{"key": {"S": "1"}}""")]
    [TestCase("{}")]
    public async Task A_key_that_is_not_the_tables_is_refused(string key)
    {
        var table = await TestTable.Make();

        var outcome = await table.Call("GetItem", $"\"Key\": {key}");

        Assert.That(outcome, Is.EqualTo("ValidationException: The provided key element does not match the schema"));
    }

    [TestCase("a, a.b", "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a, b]")]
    [TestCase("a[0], a.b", "Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [a, [0]], path two: [a, b]")]
    [TestCase("a,", "Syntax error; token: \"<EOF>\", near: \",\"")]
    [TestCase("a b", "Syntax error; token: \"b\", near: \"a b\"")]
    [TestCase("a[b]", "Syntax error; token: \"b\", near: \"[b]\"")]
    [TestCase("size", "Attribute name is a reserved keyword; reserved keyword: size")]
    [TestCase("#n", "An expression attribute name used in the document path is not defined; attribute name: #n")]
    [TestCase(" ", "The expression can not be empty;")]
    public async Task A_projection_that_is_wrong_is_refused(string projection, string message)
    {
        var table = await TestTable.Make();

        var outcome = await table.Call("GetItem", $$$""" "Key": {"id": {"S": "1"}}, "ProjectionExpression": "{{{projection}}}" """);

        Assert.That(outcome, Is.EqualTo($"ValidationException: Invalid ProjectionExpression: {message}"));
    }
}
