using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ImageService.Handlers.Failures;
using ImageService.Handlers.Http;
using ImageService.Handlers.Images;

namespace ImageService.Handlers.Storage;

/// <summary>The items of the images: an image exists exactly when its item does. Each method is one call to DynamoDB.</summary>
internal sealed class ImageTable(IAmazonDynamoDB dynamoDb, string tableName, int shards)
{
    /// <summary>What is said of an image whose item is not there.</summary>
    public static ProblemException NotFound(ImageId id) => new(Problems.ImageNotFound, $"There is no image {id}.");

    /// <summary>
    /// The part of a transaction that writes the item of a new image; should it be there, the answer shows it. The item of an image is never written by a
    /// PutItem: an attempt of the SDK whose answer is lost, and the one after it, may be seconds apart, and by the second the image may have been deleted. Of a
    /// transaction all attempts have one token, which DynamoDB carries out once.
    /// </summary>
    public TransactWriteItem PutNew(Image image) => new()
    {
        Put = new Put
        {
            TableName = tableName,
            Item = NewItem(image),
            ConditionExpression = TableSchema.IsNew,
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        },
    };

    /// <summary>Writes the item of a new image.</summary>
    public Task PutAsync(Image image, CancellationToken cancellation) =>
        dynamoDb.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [PutNew(image)] }, cancellation);

    /// <summary>Reads an image, strongly consistent.</summary>
    /// <exception cref="ProblemException">404 <c>image-not-found</c>.</exception>
    public async Task<Image> GetAsync(ImageId id, CancellationToken cancellation)
    {
        var answer = await dynamoDb.GetItemAsync(
            new GetItemRequest { TableName = tableName, Key = ImageItem.Key(id), ConsistentRead = true }, cancellation);
        return answer.IsItemSet ? ImageItem.Read(answer.Item) : throw NotFound(id);
    }

    /// <summary>What is said of an image whose bytes are not what was stored: a DELETE takes the item first, so an item that is still there has lost them.</summary>
    /// <returns>500 <c>image-damaged</c>.</returns>
    /// <exception cref="ProblemException">404 <c>image-not-found</c>.</exception>
    public async Task<ProblemException> DamagedAsync(ImageId id, Request request, CancellationToken cancellation)
    {
        await GetAsync(id, cancellation);
        return new ProblemException(
            Problems.ImageDamaged, $"The bytes of the image {id} are missing, incomplete or altered. The operator has to look into it; request {request.Id}.");
    }

    private Dictionary<string, AttributeValue> NewItem(Image image) =>
        ImageItem.Of(image, Shard.Of(ImageId.Stored(image.Id), shards));
}
