namespace EmbeddedAws.Tests.DynamoDb;

/// <summary>Parentheses around operands, in every expression that reads items.</summary>
public sealed class ParenthesesTests
{
    [TestCase("Scan", """ "FilterExpression": "(size(a)) = :n", "ExpressionAttributeValues": {":n": {"N": "3"}} """)]
    [TestCase("Query", """ "KeyConditionExpression": "(id) = (:id) AND ((age) = :age)", "ExpressionAttributeValues": {":id": {"S": "1"}, ":age": {"N": "7"}} """)]
    [TestCase("Query", """ "KeyConditionExpression": "(id = :id) AND (age BETWEEN (:age) AND :age)", "ExpressionAttributeValues": {":id": {"S": "1"}, ":age": {"N": "7"}} """)]
    public async Task A_read_takes_parentheses_around_operands(string operation, string members)
    {
        var table = await TestTable.Make(age: "N");
        await table.Put(("id", "1"), ("age", 7), ("a", "abc"));
        await table.Put(("id", "2"), ("age", 7), ("a", "abcd"));

        var answer = await table.Call(operation, $"{members}, \"ProjectionExpression\": \"id\"");

        Assert.That(answer, Does.StartWith("""{"Items":[{"id":{"S":"1"}}],"Count":1,"""));
    }

    [TestCase("GetItem", """ "Key": {"id": {"S": "1"}}, "ProjectionExpression": "(a)" """, "Invalid ProjectionExpression: Syntax error; token: \"(\", near: \"(a\"")]
    [TestCase("Query", """ "KeyConditionExpression": "((id)) = :id", "ExpressionAttributeValues": {":id": {"S": "1"}} """, "Invalid KeyConditionExpression: The expression has redundant parentheses;")]
    public async Task Parentheses_that_AWS_does_not_take_are_refused(string operation, string members, string message)
    {
        var table = await TestTable.Make();

        var answer = await table.Call(operation, members);

        Assert.That(answer, Is.EqualTo($"ValidationException: {message}"));
    }
}
