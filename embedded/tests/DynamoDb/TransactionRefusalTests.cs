namespace EmbeddedAws.Tests.DynamoDb;

/// <summary>Transactions that are wrong as a whole.</summary>
public sealed class TransactionRefusalTests
{
    private const string Put = """{"Put": {"TableName": "$table", "Item": {"id": {"S": "1"}}}}""";
    private const string Delete = """{"Delete": {"TableName": "$table", "Key": {"id": {"S": "1"}}}}""";

    [TestCase("[]", "1 validation error detected: Value '[]' at 'transactItems' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [TestCase("null", "1 validation error detected: Value null at 'transactItems' failed to satisfy constraint: Member must not be null")]
    [TestCase("[{}]", "TransactItems can only contain one of Check, Put, Update or Delete")]
    [TestCase("""[{"Put": {"TableName": "$table", "Item": {"id": {"S": "1"}}}, "Delete": {"TableName": "$table", "Key": {"id": {"S": "2"}}}}]""", "TransactItems can only contain one of Check, Put, Update or Delete")]
    [TestCase($"[{Put}, {Delete}]", "Transaction request cannot include multiple operations on one item")]
    [TestCase($"[{Put}, {Put}]", "Transaction request cannot include multiple operations on one item")]
    [TestCase("""[{"ConditionCheck": {"TableName": "$table", "Key": {"id": {"S": "1"}}}}]""", "1 validation error detected: Value null at 'transactItems.1.member.conditionCheck.conditionExpression' failed to satisfy constraint: Member must not be null")]
    [TestCase("""[{"Update": {"TableName": "$table", "Key": {"id": {"S": "1"}}}}]""", "1 validation error detected: Value null at 'transactItems.1.member.update.updateExpression' failed to satisfy constraint: Member must not be null")]
    [TestCase("""[{"Put": {"TableName": "$table", "Item": {"id": {"S": "1"}}, "ConditionExpression": "id"}}]""", "Invalid ConditionExpression: Syntax error; token: \"<EOF>\", near: \"id\"")]
    [TestCase("""[{"Put": {"TableName": "$table", "Item": {"id": {"S": "1"}}, "ReturnValues": "ALL_OLD"}}]""", "The embedded DynamoDB does not support TransactItems[0].Put.ReturnValues")]
    [TestCase("""[{"Get": {}}]""", "The embedded DynamoDB does not support TransactItems[0].Get")]
    public async Task Actions_that_are_wrong_are_refused(string actions, string message)
    {
        var table = await TestTable.Make();

        var outcome = await RawCall.Outcome("TransactWriteItems", $$"""{"TransactItems": {{actions.Replace("$table", table.Name, StringComparison.Ordinal)}}}""");

        Assert.That(outcome, Is.EqualTo($"ValidationException: {message}"));
        Assert.That(await table.Get(("id", "1")), Is.EqualTo("none"));
    }

    [Test]
    public async Task A_missing_table_is_not_found()
    {
        var table = await TestTable.Make();

        var refusal = await Refusal.Of(Transaction.Run(Transaction.Put(table, "1"), Transaction.Put(new TestTable("missing"), "1")));

        Assert.That(refusal, Is.EqualTo("ResourceNotFoundException: Requested resource not found"));
        Assert.That(await table.Get(("id", "1")), Is.EqualTo("none"));
    }

    [Test]
    public async Task One_key_in_two_tables_names_two_items()
    {
        var (one, two) = (await TestTable.Make(), await TestTable.Make());

        var refusal = await Refusal.Of(Transaction.Run(Transaction.Put(one, "1"), Transaction.Put(two, "1")));

        Assert.That(refusal, Is.EqualTo("no error"));
    }
}
