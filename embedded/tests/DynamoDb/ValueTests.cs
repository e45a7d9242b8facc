namespace EmbeddedAws.Tests.DynamoDb;

public sealed class ValueTests
{
    [TestCase("1.50", "1.5")]
    [TestCase("007", "7")]
    [TestCase("-0", "0")]
    [TestCase("+.5", "0.5")]
    [TestCase("1E+3", "1000")]
    [TestCase("123e-2", "1.23")]
    [TestCase("-0.00120", "-0.0012")]
    [TestCase("12345678901234567890123456789012345678", "12345678901234567890123456789012345678")]
    [TestCase("0.00000000000000000000000000000000000001234567890123456789", "0.00000000000000000000000000000000000001234567890123456789")]
    public async Task A_number_is_exact_and_comes_back_in_its_plain_form(string sent, string kept)
    {
        var table = await TestTable.Make(id: "N");
        await table.Call("PutItem", $$$""" "Item": {"id": {"N": "{{{sent}}}"}} """);

        var found = await table.Call("GetItem", $$$""" "Key": {"id": {"N": "{{{kept}}}"}} """);

        Assert.That(found, Is.EqualTo($$$$"""{"Item":{"id":{"N":"{{{{kept}}}}"}}}"""));
    }

    [Test]
    public async Task The_largest_and_the_smallest_number_are_kept()
    {
        var table = await TestTable.Make();
        var largest = new string('9', 38) + new string('0', 88);
        var smallest = $"-0.{new string('0', 129)}1";

        await table.Call("PutItem", $$$""" "Item": {"id": {"S": "1"}, "n": {"NS": ["9.9999999999999999999999999999999999999E+125", "-1E-130"]}} """);

        Assert.That(await table.Get(("id", "1")), Is.EqualTo($"id=1 n={{{smallest}, {largest}}}"));
    }

    [TestCase("""{"N": "abc"}""", "The parameter cannot be converted to a numeric value: abc")]
    [TestCase("""{"N": ""}""", "The parameter cannot be converted to a numeric value")]
    [TestCase("""{"N": "1,5"}""", "The parameter cannot be converted to a numeric value: 1,5")]
    [TestCase("""{"N": "NaN"}""", "The parameter cannot be converted to a numeric value: NaN")]
    [TestCase("""{"N": "."}""", "The parameter cannot be converted to a numeric value: .")]
    [TestCase("""{"N": "123456789012345678901234567890123456789"}""", "Attempting to store more than 38 significant digits in a Number")]
    [TestCase("""{"N": "1E126"}""", "Number overflow. Attempting to store a number with magnitude larger than supported range")]
    [TestCase("""{"N": "1E99999999999"}""", "Number overflow. Attempting to store a number with magnitude larger than supported range")]
    [TestCase("""{"N": "1E-131"}""", "Number underflow. Attempting to store a number with magnitude smaller than supported range")]
    [TestCase("""{"SS": []}""", "One or more parameter values were invalid: An string set  may not be empty")]
    [TestCase("""{"NS": []}""", "One or more parameter values were invalid: An number set  may not be empty")]
    [TestCase("""{"BS": []}""", "One or more parameter values were invalid: Binary sets should not be empty")]
    [TestCase("""{"SS": ["a", "b", "a"]}""", "One or more parameter values were invalid: Input collection [a, b, a] contains duplicates.")]
    [TestCase("""{"NS": ["1", "1.0"]}""", "Input collection contains duplicates")]
    [TestCase("""{"BS": ["AQ==", "AQ=="]}""", "One or more parameter values were invalid: Input collection [AQ==, AQ==]of type BS contains duplicates.")]
    [TestCase("""{"NULL": false}""", "One or more parameter values were invalid: Null attribute value types must have the value of true")]
    [TestCase("{}", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    [TestCase("""{"X": "a"}""", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    [TestCase("""{"S": "a", "N": "1"}""", "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes")]
    [TestCase("""{"L": [{"M": {"a": {"SS": []}}}]}""", "One or more parameter values were invalid: An string set  may not be empty")]
    public async Task A_value_that_breaks_a_rule_is_refused(string value, string message)
    {
        var table = await TestTable.Make();

        var outcome = await table.Call("PutItem", $$$""" "Item": {"id": {"S": "1"}, "a": {{{value}}}} """);

        Assert.That(outcome, Is.EqualTo($"ValidationException: {message}"));
    }

    [TestCase(32, "no error")]
    [TestCase(33, "ValidationException: Nesting Levels have exceeded supported limits")]
    public async Task Lists_and_maps_lie_at_most_32_deep(int depth, string outcome)
    {
        var table = await TestTable.Make();

        var put = await Refusal.Of(table.Put(("id", "1"), ("a", Nested(depth))));

        Assert.That(put, Is.EqualTo(outcome));
    }

    private static object? Nested(int depth) => depth == 0 ? "x" : depth % 2 == 0
        ? new List<object?> { Nested(depth - 1) }
        : new Dictionary<string, object?> { ["a"] = Nested(depth - 1) };
}
