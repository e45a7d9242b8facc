using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace EmbeddedAws.Tests.DynamoDb;

/// <summary>Which items a key condition finds, and in what order.</summary>
public sealed class KeyConditionTests
{
    private static IAmazonDynamoDB Client => AwsSurface.DynamoDb;

    [TestCase("id = :id", "-10 -1.5 0 2 10 100")]
    [TestCase("id = :id AND age = :two", "2")]
    [TestCase("id = :id AND age < :two", "-10 -1.5 0")]
    [TestCase("id = :id AND age <= :two", "-10 -1.5 0 2")]
    [TestCase("id = :id AND age > :two", "10 100")]
    [TestCase("id = :id AND age >= :two", "2 10 100")]
    [TestCase("id = :id AND age BETWEEN :minus AND :two", "-1.5 0 2")]
    [TestCase("age > :two AND id = :id", "10 100")]
    [TestCase(":id = id AND :two < age", "10 100")]
    [TestCase("(id = :id) AND (age > :two)", "10 100")]
    public async Task Numbers_are_ranged_by_value(string condition, string expected)
    {
        var table = await TestTable.Make(age: "N");
        foreach (var age in new decimal[] { 100, 2, 0, -1.5m, -10, 10 })
            await table.Put(("id", "1"), ("age", age));
        await table.Put(("id", "2"), ("age", 5));

        var forward = await Query(table, condition, "age", forward: true);
        var backward = await Query(table, condition, "age", forward: false);

        Assert.That(forward, Is.EqualTo(expected));
        Assert.That(backward, Is.EqualTo(string.Join(' ', expected.Split(' ').Reverse())));
    }

    [Test]
    public async Task Strings_are_in_the_order_of_their_UTF_8_bytes()
    {
        var table = await TestTable.Make(age: "S");
        foreach (var age in Attributes.Set("z", "é", "Z", "a", "\uE000", "🌳", "ab", "a\0"))
            await table.Put(("id", "1"), ("age", age));

        var found = await Query(table, "id = :id", "age");

        Assert.That(found, Is.EqualTo("Z a a\0 ab z é \uE000 🌳"));
    }

    [Test]
    public async Task Binaries_are_in_the_order_of_their_unsigned_bytes()
    {
        var table = await TestTable.Make(age: "B");
        foreach (var age in new byte[][] { [0x80], [0x7F, 0xFF], [0xFF], [0], [0x80, 0] })
            await table.Put(("id", "1"), ("age", age));

        var found = await Query(table, "id = :id", "age");

        Assert.That(found, Is.EqualTo("00 7FFF 80 8000 FF"));
    }

    [Test]
    public async Task Numbers_of_any_size_are_in_order()
    {
        var table = await TestTable.Make(age: "N");
        const string ordered = "-9E125 -1E+2 -12.4 -12.34 -12.3 -1E-130 0 1E-130 0.5 0.51 12 12.000000000000000000000000000000000001 100 9E125";
        foreach (var age in ordered.Split(' ').Reverse())
            await table.Put(("id", "1"), ("age", new AttributeValue { N = age }));

        var found = await Query(table, "id = :id", "age");

        Assert.That(found.Split(' ').Select(age => double.Parse(age, CultureInfo.InvariantCulture)), Is.Ordered);
        Assert.That(found.Split(' '), Has.Length.EqualTo(ordered.Split(' ').Length));
    }

    [TestCase("b", "b ba bb")]
    [TestCase("\U0010FFFF", "\U0010FFFF \U0010FFFFa")]
    [TestCase("x", "")]
    public async Task Strings_are_found_by_their_beginning(string prefix, string expected)
    {
        var table = await TestTable.Make(age: "S");
        foreach (var age in Attributes.Set("a", "b", "ba", "bb", "c", "\U0010FFFF", "\U0010FFFFa"))
            await table.Put(("id", "1"), ("age", age));

        var found = await Query(table, "id = :id AND begins_with(age, :prefix)", "age", values: (":prefix", prefix));

        Assert.That(found, Is.EqualTo(expected));
    }

    [Test]
    public async Task Binaries_are_found_by_their_beginning_even_one_of_highest_bytes()
    {
        var table = await TestTable.Make(age: "B");
        foreach (var age in new byte[][] { [0xFE], [0xFF], [0xFF, 0xFF], [0xFF, 0xFF, 1] })
            await table.Put(("id", "1"), ("age", age));

        var found = await Query(table, "id = :id AND begins_with(age, :prefix)", "age", values: (":prefix", new byte[] { 0xFF, 0xFF }));

        Assert.That(found, Is.EqualTo("FFFF FFFF01"));
    }

    [TestCase("age = :id", "Query condition missed key schema element: id")]
    [TestCase("id > :id", "Query key condition not supported")]
    [TestCase("begins_with(id, :id)", "Query key condition not supported")]
    [TestCase("id = :id AND n = :id", "Query condition missed key schema element: age")]
    [TestCase("id = :id AND age = :id AND n = :id", "Conditions can be of length 1 or 2 only")]
    [TestCase("id = :two", "One or more parameter values were invalid: Condition parameter type does not match schema type")]
    [TestCase("id = :id AND age = :id", "One or more parameter values were invalid: Condition parameter type does not match schema type")]
    [TestCase("id = :id AND age BETWEEN :two AND :id", "Invalid KeyConditionExpression: The BETWEEN operator requires same data type for lower and upper bounds; lower bound operand: AttributeValue: {N:2}, upper bound operand: AttributeValue: {S:1}")]
    [TestCase("id = :empty", "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: id")]
    [TestCase("id = :id AND id = :id", "Invalid KeyConditionExpression: KeyConditionExpressions must only contain one condition per key")]
    [TestCase("id = :id OR age = :two", "Invalid KeyConditionExpression: Invalid operator used in KeyConditionExpression: OR")]
    [TestCase("NOT id = :id", "Invalid KeyConditionExpression: Invalid operator used in KeyConditionExpression: NOT")]
    [TestCase("id IN (:id)", "Invalid KeyConditionExpression: Invalid operator used in KeyConditionExpression: IN")]
    [TestCase("id = :id AND age <> :two", "Invalid KeyConditionExpression: Invalid operator used in KeyConditionExpression: <>")]
    [TestCase("id = :id AND contains(age, :two)", "Invalid KeyConditionExpression: Invalid operator used in KeyConditionExpression: contains")]
    [TestCase("id = :id AND age.x = :two", "Invalid KeyConditionExpression: KeyConditionExpressions cannot have conditions on nested attributes")]
    [TestCase("id = ", "Invalid KeyConditionExpression: Syntax error; token: \"<EOF>\", near: \"= \"")]
    public async Task A_key_condition_that_is_wrong_is_refused(string condition, string message)
    {
        var table = await TestTable.Make(age: "N");

        var refusal = await Refusal.Of(Query(table, condition, "age"));

        Assert.That(refusal, Is.EqualTo($"ValidationException: {message}"));
    }

    /// <summary>The range keys of what a query finds.</summary>
    private static async Task<string> Query(
        TestTable table, string condition, string range, bool forward = true, params (string Name, object? Value)[] values)
    {
        var known = Attributes.Item([(":id", "1"), (":two", 2), (":minus", -1.5m), (":empty", ""), .. values]);
        var answer = await Client.QueryAsync(new QueryRequest(table.Name)
        {
            KeyConditionExpression = condition,
            ExpressionAttributeValues = known.Where(value => condition.Contains(value.Key, StringComparison.Ordinal)).ToDictionary() is { Count: > 0 } used ? used : null,
            ScanIndexForward = forward,
        });
        return string.Join(' ', answer.Items.Select(item => Attributes.Show(new Dictionary<string, AttributeValue> { [range] = item[range] })[(range.Length + 1)..]));
    }
}
