namespace EmbeddedAws.Tests.DynamoDb;

public sealed class ScanTests
{
    [Test]
    public async Task A_filter_may_use_keys()
    {
        var table = await TestTable.Make(age: "N");
        await table.Put(("id", "1"), ("age", 1));
        await table.Put(("id", "2"), ("age", 2));

        var answer = await table.Call("Scan", """ "FilterExpression": "age > :age AND id <> :id", "ExpressionAttributeValues": {":age": {"N": "1"}, ":id": {"S": "1"}} """);

        Assert.That(answer, Is.EqualTo("""{"Items":[{"id":{"S":"2"},"age":{"N":"2"}}],"Count":1,"ScannedCount":2}"""));
    }

    [Test]
    public async Task A_scan_sees_its_own_table_only()
    {
        var table = await TestTable.Make();
        await (await TestTable.Make()).Put(("id", "1"));

        var answer = await table.Call("Scan", "\"Select\": \"COUNT\"");

        Assert.That(answer, Is.EqualTo("""{"Count":0,"ScannedCount":0}"""));
    }
}
