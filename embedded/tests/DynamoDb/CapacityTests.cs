namespace EmbeddedAws.Tests.DynamoDb;

public sealed class CapacityTests
{
    private const string Put = """ "Item": {"id": {"S": "1"}, "owner": {"S": "ann"}} """;

    [TestCase("NONE", "{}")]
    [TestCase("TOTAL", """{"ConsumedCapacity":{"TableName":"$table","CapacityUnits":2}}""")]
    [TestCase("INDEXES", """{"ConsumedCapacity":{"TableName":"$table","CapacityUnits":2,"Table":{"CapacityUnits":1},"GlobalSecondaryIndexes":{"by-owner":{"CapacityUnits":1}}}}""")]
    public async Task A_put_costs_a_unit_for_the_table_and_one_for_each_index(string mode, string expected)
    {
        var table = await TestTable.Make(indexes: TestTable.Index("by-owner", "owner"));

        var answer = await table.Call("PutItem", $"{Put}, \"ReturnConsumedCapacity\": \"{mode}\"");

        Assert.That(answer, Is.EqualTo(expected.Replace("$table", table.Name, StringComparison.Ordinal)));
    }

    [TestCase("PutItem", """ "Item": {"id": {"S": "1"}, "owner": {"S": "ann"}} """, "1")]
    [TestCase("PutItem", """ "Item": {"id": {"S": "1"}, "owner": {"S": "bob"}} """, "3")]
    [TestCase("PutItem", """ "Item": {"id": {"S": "1"}, "owner": {"S": "ann"}, "n": {"N": "5"}} """, "2")]
    [TestCase("DeleteItem", """ "Key": {"id": {"S": "1"}} """, "2")]
    [TestCase("DeleteItem", """ "Key": {"id": {"S": "2"}} """, "1")]
    [TestCase("GetItem", """ "Key": {"id": {"S": "1"}} """, "0.5")]
    [TestCase("GetItem", """ "Key": {"id": {"S": "1"}}, "ConsistentRead": true """, "1")]
    [TestCase("GetItem", """ "Key": {"id": {"S": "2"}} """, "0.5")]
    [TestCase("Scan", "\"IndexName\": \"by-owner\"", "0.5")]
    public async Task A_call_costs_by_what_it_changes_or_reads(string operation, string members, string units)
    {
        var table = await TestTable.Make(indexes: TestTable.Index("by-owner", "owner"));
        await table.Call("PutItem", Put);

        var answer = await table.Call(operation, $"{members}, \"ReturnConsumedCapacity\": \"TOTAL\"");

        Assert.That(answer, Does.Contain($$""""ConsumedCapacity":{"TableName":"{{table.Name}}","CapacityUnits":{{units}}}""""));
    }

    [Test]
    public async Task Large_items_cost_a_unit_for_each_KB_written_and_4_KB_read()
    {
        var table = await TestTable.Make();
        var text = new string('x', 9 * 1024);

        var put = await table.Call("PutItem", $$$""" "Item": {"id": {"S": "1"}, "text": {"S": "{{{text}}}"}}, "ReturnConsumedCapacity": "TOTAL" """);
        var get = await table.Call("GetItem", """ "Key": {"id": {"S": "1"}}, "ProjectionExpression": "id", "ReturnConsumedCapacity": "TOTAL" """);

        Assert.That(put, Does.Contain("\"CapacityUnits\":10}"));
        Assert.That(get, Does.Contain("\"CapacityUnits\":1.5}"));
    }

    [Test]
    public async Task A_batch_of_writes_costs_for_each_table_what_its_writes_cost()
    {
        var (one, two) = (await TestTable.Make(indexes: TestTable.Index("by-owner", "owner")), await TestTable.Make());

        var answer = await RawCall.Outcome("BatchWriteItem", $$$"""
            {"ReturnConsumedCapacity": "INDEXES", "RequestItems": {
              "{{{one.Name}}}": [{"PutRequest": { {{{Put}}} } }, {"PutRequest": {"Item": {"id": {"S": "2"} } } }],
              "{{{two.Name}}}": [{"DeleteRequest": {"Key": {"id": {"S": "1"} } } }]} }
            """);

        Assert.That(answer, Is.EqualTo(
            $$$$"""{"UnprocessedItems":{},"ConsumedCapacity":[{"TableName":"{{{{one.Name}}}}","CapacityUnits":3,"Table":{"CapacityUnits":2},"GlobalSecondaryIndexes":{"by-owner":{"CapacityUnits":1}}},"""
            + $$$"""{"TableName":"{{{two.Name}}}","CapacityUnits":1,"Table":{"CapacityUnits":1}}]}"""));
    }

    [Test]
    public async Task A_transaction_that_reads_costs_twice_for_each_item_missing_ones_too()
    {
        var table = await TestTable.Make();
        await table.Put(("id", "1"), ("text", new string('x', 5000)));

        var answer = await RawCall.Outcome("TransactGetItems", $$$"""
            {"ReturnConsumedCapacity": "INDEXES", "TransactItems": [
              {"Get": {"TableName": "{{{table.Name}}}", "Key": {"id": {"S": "1"}}, "ProjectionExpression": "id"}},
              {"Get": {"TableName": "{{{table.Name}}}", "Key": {"id": {"S": "2"} } } }]}
            """);

        Assert.That(answer, Is.EqualTo(
            $$$$"""{"Responses":[{"Item":{"id":{"S":"1"}}},{}],"ConsumedCapacity":[{"TableName":"{{{{table.Name}}}}","CapacityUnits":6,"ReadCapacityUnits":6,"Table":{"CapacityUnits":6}}]}"""));
    }

    [Test]
    public async Task A_transaction_costs_twice_for_each_table_and_a_repeated_one_its_reads()
    {
        var (one, two) = (await TestTable.Make(indexes: TestTable.Index("by-owner", "owner")), await TestTable.Make());
        var body = $$$"""
            {"ClientRequestToken": "{{{Guid.NewGuid()}}}", "ReturnConsumedCapacity": "INDEXES", "TransactItems": [
              {"Put": {"TableName": "{{{one.Name}}}", {{{Put}}} }},
              {"Put": {"TableName": "{{{two.Name}}}", "Item": {"id": {"S": "1"}} }},
              {"ConditionCheck": {"TableName": "{{{two.Name}}}", "Key": {"id": {"S": "2"}}, "ConditionExpression": "attribute_not_exists(id)"}}]}
            """;

        var first = await RawCall.Outcome("TransactWriteItems", body);
        var second = await RawCall.Outcome("TransactWriteItems", body);

        Assert.That(first, Is.EqualTo(
            $$$$"""{"ConsumedCapacity":[{"TableName":"{{{{one.Name}}}}","CapacityUnits":3,"WriteCapacityUnits":3,"Table":{"CapacityUnits":2},"GlobalSecondaryIndexes":{"by-owner":{"CapacityUnits":1}}},"""
            + $$$"""{"TableName":"{{{two.Name}}}","CapacityUnits":4,"WriteCapacityUnits":4,"Table":{"CapacityUnits":4}}]}"""));
        Assert.That(second, Is.EqualTo(
            $$$$"""{"ConsumedCapacity":[{"TableName":"{{{{one.Name}}}}","CapacityUnits":2,"ReadCapacityUnits":2,"Table":{"CapacityUnits":2}},"""
            + $$$"""{"TableName":"{{{two.Name}}}","CapacityUnits":4,"ReadCapacityUnits":4,"Table":{"CapacityUnits":4}}]}"""));
    }
}
