namespace EmbeddedAws.Tests.DynamoDb;

public sealed class QueryTests
{
    [Test]
    public async Task A_filter_is_applied_after_the_items_are_counted()
    {
        var table = await TestTable.Make(age: "N");
        foreach (var n in Enumerable.Range(1, 4))
            await table.Put(("id", "1"), ("age", n), ("even", n % 2 == 0));

        var answer = await table.Call("Query", """
            "KeyConditionExpression": "id = :id", "FilterExpression": "even = :even", "ProjectionExpression": "#age",
            "ExpressionAttributeNames": {"#age": "age"}, "ExpressionAttributeValues": {":id": {"S": "1"}, ":even": {"BOOL": true}}, "Limit": 3
            """);

        Assert.That(answer, Is.EqualTo(
            """{"Items":[{"age":{"N":"2"}}],"Count":1,"ScannedCount":3,"LastEvaluatedKey":{"id":{"S":"1"},"age":{"N":"3"}}}"""));
    }

    [Test]
    public async Task Only_the_count_is_returned_where_that_is_selected()
    {
        var table = await TestTable.Make(age: "N");
        await table.Put(("id", "1"), ("age", 1));

        var answer = await table.Call("Query", """
            "KeyConditionExpression": "id = :id", "ExpressionAttributeValues": {":id": {"S": "1"}}, "Select": "COUNT"
            """);

        Assert.That(answer, Is.EqualTo("""{"Count":1,"ScannedCount":1}"""));
    }

    [TestCase("\"Limit\": 1", "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.")]
    [TestCase("\"Limit\": 0", "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1")]
    [TestCase("$sound, \"Select\": \"ALL_PROJECTED_ATTRIBUTES\"", "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName")]
    [TestCase("$sound, \"Select\": \"SPECIFIC_ATTRIBUTES\"", "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES")]
    [TestCase("$sound, \"Select\": \"COUNT\", \"ProjectionExpression\": \"a\"", "Cannot specify the ProjectionExpression when choosing to get only the Count")]
    [TestCase("$sound, \"Select\": \"ALL_ATTRIBUTES\", \"ProjectionExpression\": \"a\"", "Cannot specify the ProjectionExpression when choosing to get ALL_ATTRIBUTES")]
    [TestCase("$sound, \"FilterExpression\": \"n = :id OR attribute_exists(age)\"", "Filter Expression can only contain non-primary key attributes: Primary key attribute: age")]
    [TestCase("$sound, \"IndexName\": \"absent\"", "The table does not have the specified index: absent")]
    public async Task Parameters_that_do_not_fit_are_refused(string members, string message)
    {
        var table = await TestTable.Make(age: "N");
        const string sound = """ "KeyConditionExpression": "id = :id", "ExpressionAttributeValues": {":id": {"S": "1"}} """;

        var outcome = await table.Call("Query", members.Replace("$sound", sound, StringComparison.Ordinal));

        Assert.That(outcome, Is.EqualTo($"ValidationException: {message}"));
    }
}
