using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ImageService.Handlers.Storage;

namespace ImageService.Handlers.Collecting;

/// <summary>
/// Where the next run goes on: an item of the table, only while a run has stopped before the end of the bucket. It has no key of an index, so no
/// listing shows it. Each method is one call to DynamoDB.
/// </summary>
internal sealed class CollectorPosition(IAmazonDynamoDB dynamoDb, string tableName)
{
    private const string After = "after";

    private static Dictionary<string, AttributeValue> Key => new() { [TableSchema.Id.Name] = ImageItem.S("collector#position") };

    /// <summary>The key of the bucket after which to go on; null for the beginning.</summary>
    public async Task<string?> ReadAsync(CancellationToken cancellation)
    {
        var answer = await dynamoDb.GetItemAsync(new GetItemRequest { TableName = tableName, Key = Key, ConsistentRead = true }, cancellation);
        return answer.IsItemSet ? answer.Item[After].S : null;
    }

    /// <summary>Notes the key of the bucket after which to go on; null for the beginning. It is not given up at a deadline, which it is noted for.</summary>
    public async Task WriteAsync(string? after)
    {
        if (after is null)
            await dynamoDb.DeleteItemAsync(new DeleteItemRequest { TableName = tableName, Key = Key });
        else
            await dynamoDb.PutItemAsync(new PutItemRequest { TableName = tableName, Item = new(Key) { [After] = ImageItem.S(after) } });
    }
}
