using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace EmbeddedAws.Tests.DynamoDb;

public sealed class ListTablesTests
{
    private static IAmazonDynamoDB Client => AwsSurface.DynamoDb;

    [Test]
    public async Task Names_come_in_order_page_by_page()
    {
        var prefix = TestTable.RandomName();
        foreach (var suffix in new[] { "b", "c", "a" })
            await Client.CreateTableAsync(WithName(TestTable.Request(), prefix + suffix));

        var first = await Client.ListTablesAsync(prefix, 2);
        var second = await Client.ListTablesAsync(first.LastEvaluatedTableName, 1);

        Assert.That(first.TableNames, Is.EqualTo([prefix + "a", prefix + "b"]));
        Assert.That(first.LastEvaluatedTableName, Is.EqualTo(prefix + "b"));
        Assert.That(second.TableNames, Is.EqualTo([prefix + "c"]));
    }

    [Test]
    public async Task A_page_past_the_last_table_is_empty()
    {
        var page = await Client.ListTablesAsync("zzzz", 10);

        Assert.That(page.TableNames, Is.Empty);
        Assert.That(page.LastEvaluatedTableName, Is.Null);
    }

    [TestCase(0, "Member must have value greater than or equal to 1")]
    [TestCase(101, "Member must have value less than or equal to 100")]
    public async Task A_limit_out_of_range_is_refused(int limit, string constraint)
    {
        var refusal = await Refusal.Of(Client.ListTablesAsync(limit));

        Assert.That(refusal, Is.EqualTo(
            $"ValidationException: 1 validation error detected: Value '{limit}' at 'limit' failed to satisfy constraint: {constraint}"));
    }

    private static CreateTableRequest WithName(CreateTableRequest request, string name)
    {
        request.TableName = name;
        return request;
    }
}
