using Amazon.DynamoDBv2.Model;

namespace EmbeddedAws.Tests.DynamoDb;

/// <summary>The actions of transactions, on items with the key <c>id</c>.</summary>
internal static class Transaction
{
    public static TransactWriteItem Put(TestTable table, string id, int n = 0, string? condition = null) => new()
    {
        Put = new Put { TableName = table.Name, Item = Attributes.Item(("id", id), ("n", n)), ConditionExpression = condition },
    };

    /// <summary>Adds 1 to <c>n</c>.</summary>
    public static TransactWriteItem Increment(TestTable table, string id, string? condition = null) => new()
    {
        Update = new Update
        {
            TableName = table.Name,
            Key = Attributes.Item(("id", id)),
            UpdateExpression = "ADD n :one",
            ExpressionAttributeValues = Attributes.Item((":one", 1)),
            ConditionExpression = condition,
        },
    };

    public static TransactWriteItem Delete(TestTable table, string id, string? condition = null) => new()
    {
        Delete = new Delete { TableName = table.Name, Key = Attributes.Item(("id", id)), ConditionExpression = condition },
    };

    public static TransactWriteItem Check(TestTable table, string id, string condition) => new()
    {
        ConditionCheck = new ConditionCheck { TableName = table.Name, Key = Attributes.Item(("id", id)), ConditionExpression = condition },
    };

    public static Task<TransactWriteItemsResponse> Run(params TransactWriteItem[] actions) =>
        AwsSurface.DynamoDb.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [.. actions] });
}
