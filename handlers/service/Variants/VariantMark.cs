using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ImageService.Handlers.Failures;
using ImageService.Handlers.Images;
using ImageService.Handlers.Storage;

namespace ImageService.Handlers.Variants;

/// <summary>
/// Marks the items of images that have variants, so that a DELETE only looks for variants where there can be any. The mark does not change what
/// the API shows: the image keeps its version. One call to DynamoDB.
/// </summary>
internal sealed class VariantMark(IAmazonDynamoDB dynamoDb, string tableName)
{
    /// <summary>Marks an image. It must be called before its first variant is put.</summary>
    /// <exception cref="ProblemException">404: the image was deleted meanwhile.</exception>
    public async Task SetAsync(ImageId id, CancellationToken cancellation)
    {
        try
        {
            await dynamoDb.UpdateItemAsync(
                new UpdateItemRequest
                {
                    TableName = tableName,
                    Key = ImageItem.Key(id),
                    UpdateExpression = $"SET {ImageItem.HasVariants} = :true",
                    ConditionExpression = $"attribute_exists({TableSchema.Id.Name})",
                    ExpressionAttributeValues = new() { [":true"] = new AttributeValue { BOOL = true } },
                },
                cancellation);
        }
        catch (ConditionalCheckFailedException)
        {
            throw ImageTable.NotFound(id);
        }
    }
}
