using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace EmbeddedAws.Tests.DynamoDb;

/// <summary>Transactions that one of their actions cancels: nothing is written, and each action has its reason.</summary>
public sealed class TransactionCancelledTests
{
    private const string Cancelled = "Transaction cancelled, please refer cancellation reasons for specific reasons";

    [Test]
    public async Task A_failed_condition_cancels_all_and_every_action_has_a_reason()
    {
        var table = await TestTable.Make();
        await table.Put(("id", "there"), ("n", 5));

        var error = await Assert.ThrowsAsync<TransactionCanceledException>(() => Transaction.Run(
            Transaction.Put(table, "new"),
            Transaction.Put(table, "there", condition: "attribute_not_exists(id)"),
            Transaction.Delete(table, "missing", "attribute_exists(id)"),
            Transaction.Increment(table, "counted")));

        Assert.That(error!.Message, Is.EqualTo($"{Cancelled} [None, ConditionalCheckFailed, ConditionalCheckFailed, None]"));
        Assert.That(error.StatusCode, Is.EqualTo(System.Net.HttpStatusCode.BadRequest));
        Assert.That(error.CancellationReasons.Select(reason => reason.Code), Is.EqualTo(["None", "ConditionalCheckFailed", "ConditionalCheckFailed", "None"]));
        Assert.That(error.CancellationReasons.Select(reason => reason.Message), Is.EqualTo([null, "The conditional request failed", "The conditional request failed", null]));
        Assert.That(await table.Get(("id", "new")), Is.EqualTo("none"));
        Assert.That(await table.Get(("id", "there")), Is.EqualTo("id=there n=5"));
        Assert.That(await table.Get(("id", "counted")), Is.EqualTo("none"));
    }

    [TestCase("Put")]
    [TestCase("Update")]
    [TestCase("Delete")]
    [TestCase("ConditionCheck")]
    public async Task The_item_that_failed_a_condition_is_returned_where_it_is_asked_for(string kind)
    {
        var table = await TestTable.Make();
        await table.Put(("id", "1"), ("n", 5));
        var action = Failing(table, kind);
        Ask(action);

        var error = await Assert.ThrowsAsync<TransactionCanceledException>(() => Transaction.Run(Transaction.Put(table, "2"), action));

        Assert.That(error!.CancellationReasons[0].Item, Is.Null.Or.Empty);
        Assert.That(Attributes.Show(error.CancellationReasons[1].Item), Is.EqualTo("id=1 n=5"));
        Assert.That(await table.Get(("id", "1")), Is.EqualTo("id=1 n=5"));
    }

    [TestCase("Put")]
    [TestCase("Update")]
    [TestCase("Delete")]
    [TestCase("ConditionCheck")]
    public async Task No_item_is_returned_where_none_is_asked_for(string kind)
    {
        var table = await TestTable.Make();
        await table.Put(("id", "1"), ("n", 5));

        var error = await Assert.ThrowsAsync<TransactionCanceledException>(() => Transaction.Run(Failing(table, kind)));

        Assert.That(error!.CancellationReasons.Single().Item, Is.Null.Or.Empty);
    }

    [TestCase("ADD title :one", "An operand in the update expression has an incorrect data type")]
    [TestCase("SET n = nothing + :one", "The provided expression refers to an attribute that does not exist in the item")]
    [TestCase("SET a.b = :one", "The document path provided in the update expression is invalid for update")]
    [TestCase("SET id = :one", "One or more parameter values were invalid: Cannot update attribute id. This attribute is part of the key")]
    public async Task An_update_that_cannot_be_made_cancels_with_a_validation_error(string update, string message)
    {
        var table = await TestTable.Make();
        await table.Put(("id", "1"), ("title", "Tree"));
        var action = Transaction.Increment(table, "1");
        action.Update.UpdateExpression = update;

        var error = await Assert.ThrowsAsync<TransactionCanceledException>(() => Transaction.Run(Transaction.Put(table, "2"), action));

        Assert.That(error!.Message, Is.EqualTo($"{Cancelled} [None, ValidationError]"));
        Assert.That(error.CancellationReasons[1].Message, Is.EqualTo(message));
        Assert.That(await table.Get(("id", "2")), Is.EqualTo("none"));
    }

    [Test]
    public async Task A_key_of_the_wrong_type_cancels_with_a_validation_error()
    {
        var table = await TestTable.Make(id: "N");

        var refusal = await Refusal.Of(Transaction.Run(Transaction.Put(table, "a"), Transaction.Delete(table, "b")));

        Assert.That(refusal, Is.EqualTo($"TransactionCanceledException: {Cancelled} [ValidationError, ValidationError]"));
    }

    [Test]
    public async Task The_error_has_the_form_of_AWS()
    {
        var table = await TestTable.Make();
        var check = $$$"""{"ConditionCheck": {"TableName": "{{{table.Name}}}", "Key": {"id": {"S": "1"}}, "ConditionExpression": "attribute_exists(id)"}}""";

        using var response = await RawCall.Send("DynamoDB_20120810.TransactWriteItems", $$"""{"TransactItems": [{{check}}]}""");

        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo(
            """{"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException","CancellationReasons":[{"Code":"ConditionalCheckFailed","Message":"The conditional request failed"}],"""
            + $"\"Message\":\"{Cancelled} [ConditionalCheckFailed]\"}}"));
    }

    private static TransactWriteItem Failing(TestTable table, string kind) => kind switch
    {
        "Put" => Transaction.Put(table, "1", condition: "n < n.a"),
        "Update" => Transaction.Increment(table, "1", "n < n.a"),
        "Delete" => Transaction.Delete(table, "1", "n < n.a"),
        _ => Transaction.Check(table, "1", "n < n.a"),
    };

    private static void Ask(TransactWriteItem action)
    {
        var old = ReturnValuesOnConditionCheckFailure.ALL_OLD;
        if (action.Put is { } put)
            put.ReturnValuesOnConditionCheckFailure = old;
        if (action.Update is { } update)
            update.ReturnValuesOnConditionCheckFailure = old;
        if (action.Delete is { } delete)
            delete.ReturnValuesOnConditionCheckFailure = old;
        if (action.ConditionCheck is { } check)
            check.ReturnValuesOnConditionCheckFailure = old;
    }
}
