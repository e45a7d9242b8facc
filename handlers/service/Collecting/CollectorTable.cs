using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ImageService.Handlers.Images;
using ImageService.Handlers.LargeUploads;
using ImageService.Handlers.Storage;

namespace ImageService.Handlers.Collecting;

/// <summary>The items that objects belong to.</summary>
internal sealed class CollectorTable(IAmazonDynamoDB dynamoDb, string tableName)
{
    /// <summary>https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html.</summary>
    private const int MostKeys = 100;

    /// <summary>Which of these images there are, strongly consistent: one call for every 100, and more where DynamoDB leaves some for later.</summary>
    public async Task<IReadOnlySet<ImageId>> ExistingAsync(IEnumerable<ImageId> ids, CancellationToken cancellation)
    {
        var existing = new HashSet<ImageId>();
        foreach (var some in ids.Distinct().Chunk(MostKeys))
        {
            var left = some.Select(ImageItem.Key).ToList();
            while (left is { Count: > 0 })
            {
                // An answer without any item would be an exception, which the SDK retries after a while: this loop makes progress.
                var answer = await dynamoDb.BatchGetItemAsync(new BatchGetItemRequest { RequestItems = new() { [tableName] = Read(left) } }, cancellation);
                existing.UnionWith((answer.Responses?.GetValueOrDefault(tableName) ?? []).Select(item => ImageId.Stored(item[TableSchema.Id.Name].S)));
                left = answer.UnprocessedKeys?.GetValueOrDefault(tableName)?.Keys;
            }
        }

        return existing;
    }

    /// <summary>Deletes the item of an upload that can no longer be completed; there or not, it is the same to DynamoDB.</summary>
    public Task DeleteUploadAsync(ImageId id, CancellationToken cancellation) =>
        dynamoDb.DeleteItemAsync(new DeleteItemRequest { TableName = tableName, Key = UploadItem.Key(id) }, cancellation);

    private static KeysAndAttributes Read(List<Dictionary<string, AttributeValue>> keys) => new()
    {
        Keys = keys,
        ConsistentRead = true,
        ProjectionExpression = TableSchema.Id.Name,
    };
}
