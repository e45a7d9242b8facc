namespace EmbeddedAws.Tests.DynamoDb;

public sealed class PlaceholderTests
{
    [TestCase(""" "ExpressionAttributeNames": {"#a": "a"} """, "ExpressionAttributeNames can only be specified when using expressions")]
    [TestCase(""" "ExpressionAttributeValues": {":a": {"S": "a"}} """, "ExpressionAttributeValues can only be specified when using expressions: ConditionExpression is null")]
    [TestCase(""" "ConditionExpression": "a = b", "ExpressionAttributeNames": {} """, "ExpressionAttributeNames must not be empty")]
    [TestCase(""" "ConditionExpression": "a = b", "ExpressionAttributeValues": {} """, "ExpressionAttributeValues must not be empty")]
    [TestCase(""" "ConditionExpression": "a = b", "ExpressionAttributeNames": {"#a": "a", "#b": "b"} """, "Value provided in ExpressionAttributeNames unused in expressions: keys: {#a, #b}")]
    [TestCase(""" "ConditionExpression": "a = b", "ExpressionAttributeValues": {":a": {"S": "a"}} """, "Value provided in ExpressionAttributeValues unused in expressions: keys: {:a}")]
    [TestCase(""" "ConditionExpression": "a = b", "ExpressionAttributeNames": {"a": "a"} """, "ExpressionAttributeNames contains invalid key: Syntax error; key: \"a\"")]
    [TestCase(""" "ConditionExpression": "a = b", "ExpressionAttributeValues": {"#a": {"S": "a"}} """, "ExpressionAttributeValues contains invalid key: Syntax error; key: \"#a\"")]
    [TestCase(""" "ConditionExpression": "a = :a", "ExpressionAttributeValues": {":a": {"N": "x"}} """, "ExpressionAttributeValues contains invalid value: The parameter cannot be converted to a numeric value: x for key :a")]
    [TestCase(""" "ConditionExpression": "a = :a", "ExpressionAttributeValues": {":a": {}} """, "ExpressionAttributeValues contains invalid value: Supplied AttributeValue is empty, must contain exactly one of the supported datatypes for key :a")]
    public async Task Placeholders_in_vain_or_unsound_are_refused(string members, string message)
    {
        var table = await TestTable.Make();

        var outcome = await table.Call("DeleteItem", $$$""" "Key": {"id": {"S": "1"}}, {{{members}}} """);

        Assert.That(outcome, Is.EqualTo($"ValidationException: {message}"));
    }

    [TestCase(65_535, "The first operand must be distinct from the remaining operands for this operator or function; operator: =, first operand: [aaa")]
    [TestCase(65_536, "One or more parameter values were invalid: Attribute name is too large, must be less than 65536 bytes")]
    public async Task A_name_has_at_most_65535_bytes_however_often_it_is_used(int length, string message)
    {
        var table = await TestTable.Make();
        var path = string.Join('.', Enumerable.Repeat("#a", 600));

        var outcome = await table.Call(
            "DeleteItem", $$$""" "Key": {"id": {"S": "1"}}, "ConditionExpression": "{{{path}}} = {{{path}}}", "ExpressionAttributeNames": {"#a": "{{{new string('a', length)}}}"} """);

        Assert.That(outcome, Does.Contain(message));
        Assert.That(outcome, Has.Length.LessThan(100_000));
    }

    [Test]
    public async Task The_values_of_an_expression_have_at_most_2_MB_together()
    {
        var table = await TestTable.Make();
        var text = new string('a', 1024 * 1024);
        var values = $$""" ":a": {"S": "{{text}}"}, ":b": {"S": "{{text}}"}, ":c": {"S": "a"} """;

        var outcome = await table.Call("UpdateItem", $$$""" "Key": {"id": {"S": "1"}}, "UpdateExpression": "SET a = :a, b = :b, c = :c", "ExpressionAttributeValues": {{{{values}}}} """);

        Assert.That(outcome, Is.EqualTo("ValidationException: ExpressionAttributeValues exceed the maximum of 2 MB together"));
    }

    [TestCase("Names", "#", "\"a\"")]
    [TestCase("Values", ":", "{\"S\": \"a\"}")]
    [CancelAfter(30_000)]
    public async Task Many_placeholders_take_no_longer_each_than_a_few(string kind, string sign, string value, CancellationToken cancellation)
    {
        var table = await TestTable.Make();
        var members = string.Join(',', Enumerable.Range(0, 200_000).Select(n => $"\"{sign}k{n}\":{value}"));

        var outcome = await table.Call("DeleteItem", $$$""" "Key": {"id": {"S": "1"}}, "ConditionExpression": "a = b", "ExpressionAttribute{{{kind}}}": {{{{members}}}} """).WaitAsync(cancellation);

        Assert.That(outcome, Does.StartWith($"ValidationException: Value provided in ExpressionAttribute{kind} unused in expressions: keys: {{{sign}k0, {sign}k1, "));
    }

    [TestCase("UpdateItem", """ "Key": {"id": {"S": "1"}} """, "UpdateExpression and ConditionExpression are null")]
    [TestCase("Query", "\"Limit\": 1", "FilterExpression and KeyConditionExpression are null")]
    [TestCase("Scan", "\"Limit\": 1", "FilterExpression is null")]
    public async Task Values_without_an_expression_are_refused(string operation, string members, string missing)
    {
        var table = await TestTable.Make();

        var outcome = await table.Call(operation, $$$""" {{{members}}}, "ExpressionAttributeValues": {":a": {"S": "a"}} """);

        Assert.That(outcome, Is.EqualTo($"ValidationException: ExpressionAttributeValues can only be specified when using expressions: {missing}"));
    }

    [TestCase("abort")]
    [TestCase("Owner")]
    [TestCase("SIZE")]
    [TestCase("ttl")]
    [TestCase("Zone")]
    public async Task A_reserved_word_is_refused_in_any_case(string word)
    {
        var table = await TestTable.Make();

        var outcome = await table.Call("GetItem", $$$""" "Key": {"id": {"S": "1"}}, "ProjectionExpression": "a, {{{word}}}" """);

        Assert.That(outcome, Is.EqualTo(
            $"ValidationException: Invalid ProjectionExpression: Attribute name is a reserved keyword; reserved keyword: {word}"));
    }
}
