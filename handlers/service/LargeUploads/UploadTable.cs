using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ImageService.Handlers.Failures;
using ImageService.Handlers.Images;
using ImageService.Handlers.Storage;

namespace ImageService.Handlers.LargeUploads;

/// <summary>The items of the uploads, in the table of the images. Each method is one call to DynamoDB.</summary>
internal sealed class UploadTable(IAmazonDynamoDB dynamoDb, string tableName, ImageTable images)
{
    /// <summary>Writes the item of a new upload.</summary>
    public async Task PutAsync(PendingUpload upload, DateTimeOffset expiresAt, CancellationToken cancellation)
    {
        try
        {
            await dynamoDb.PutItemAsync(
                new PutItemRequest { TableName = tableName, Item = UploadItem.Of(upload, expiresAt), ConditionExpression = TableSchema.IsNew }, cancellation);
        }
        catch (ConditionalCheckFailedException)
        {
            // No other upload has this id: an earlier attempt of the SDK has written it. It may be completed by now, and stays so.
        }
    }

    /// <summary>Reads an upload, strongly consistent.</summary>
    /// <returns>Null if it does not exist.</returns>
    public async Task<PendingUpload?> GetAsync(ImageId id, CancellationToken cancellation)
    {
        var answer = await dynamoDb.GetItemAsync(
            new GetItemRequest { TableName = tableName, Key = UploadItem.Key(id), ConsistentRead = true }, cancellation);
        return answer.IsItemSet ? UploadItem.Read(id, answer.Item) : null;
    }

    /// <summary>
    /// Writes the item of the image and marks the upload, both or neither: completing an upload again, however late, does not bring
    /// back an image that was deleted in between.
    /// </summary>
    /// <returns>The image that is there already, from an earlier completion; null when it was written.</returns>
    /// <exception cref="ProblemException">404 <c>image-not-found</c>: it was completed, and deleted since.</exception>
    public async Task<Image?> CompleteAsync(Image image, CancellationToken cancellation)
    {
        var id = ImageId.Stored(image.Id);
        try
        {
            await dynamoDb.TransactWriteItemsAsync(
                new TransactWriteItemsRequest { TransactItems = [images.PutNew(image), new() { Update = MarkCompleted(id) }] }, cancellation);
            return null;
        }
        catch (TransactionCanceledException exception) when (exception.CancellationReasons is [{ Item: { Count: > 0 } item }, _])
        {
            return ImageItem.Read(item);
        }
        catch (TransactionCanceledException exception) when (exception.CancellationReasons is [{ Code: "None" }, { Code: "ConditionalCheckFailed" }])
        {
            throw ImageTable.NotFound(id);
        }
    }

    private Update MarkCompleted(ImageId id) => new()
    {
        TableName = tableName,
        Key = UploadItem.Key(id),
        UpdateExpression = "SET #completed = :true",
        ConditionExpression = "attribute_exists(#id) AND attribute_not_exists(#completed)",
        ExpressionAttributeNames = new() { ["#id"] = TableSchema.Id.Name, ["#completed"] = UploadItem.Completed },
        ExpressionAttributeValues = new() { [":true"] = new() { BOOL = true } },
    };
}
