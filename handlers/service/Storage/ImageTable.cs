using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ImageService.Handlers.Failures;
using ImageService.Handlers.Images;

namespace ImageService.Handlers.Storage;

/// <summary>The items of the images: an image exists exactly when its item does. One call to DynamoDB a method.</summary>
internal sealed class ImageTable(IAmazonDynamoDB dynamoDb, string tableName)
{
    /// <summary>What is said of an image whose item, or object, is not there.</summary>
    public static ProblemException NotFound(ImageId id) => new(Problems.ImageNotFound, $"There is no image {id}.");

    /// <summary>The part of a transaction that writes the item of a new image; should it be there, the answer shows it.</summary>
    public static TransactWriteItem PutNew(string tableName, Image image) => new()
    {
        Put = new Put
        {
            TableName = tableName,
            Item = ImageItem.Of(image),
            ConditionExpression = "attribute_not_exists(#id)",
            ExpressionAttributeNames = new() { ["#id"] = TableSchema.Id.Name },
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        },
    };

    /// <summary>Writes the item of a new image.</summary>
    public Task PutAsync(Image image, CancellationToken cancellation) =>
        dynamoDb.PutItemAsync(new PutItemRequest { TableName = tableName, Item = ImageItem.Of(image) }, cancellation);

    /// <summary>Reads an image, strongly consistent.</summary>
    /// <exception cref="ProblemException">404 <c>image-not-found</c>.</exception>
    public async Task<Image> GetAsync(ImageId id, CancellationToken cancellation)
    {
        var answer = await dynamoDb.GetItemAsync(
            new GetItemRequest { TableName = tableName, Key = ImageItem.Key(id), ConsistentRead = true }, cancellation);
        return answer.IsItemSet ? ImageItem.Read(answer.Item) : throw NotFound(id);
    }

    /// <summary>Deletes the item of an image; of many at once one does.</summary>
    /// <returns>Whether it was there.</returns>
    public async Task<bool> DeleteAsync(ImageId id, CancellationToken cancellation)
    {
        try
        {
            await dynamoDb.DeleteItemAsync(
                new DeleteItemRequest
                {
                    TableName = tableName,
                    Key = ImageItem.Key(id),
                    ConditionExpression = "attribute_exists(#id)",
                    ExpressionAttributeNames = new() { ["#id"] = TableSchema.Id.Name },
                },
                cancellation);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }

    /// <summary>Reads a page of a listing: one Query.</summary>
    public async Task<QueryResponse> QueryAsync(ImageQuery query, CancellationToken cancellation) =>
        await dynamoDb.QueryAsync(query.ToRequest(tableName), cancellation);
}
