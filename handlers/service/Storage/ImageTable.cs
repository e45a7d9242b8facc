using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ImageService.Handlers.Deleting;
using ImageService.Handlers.Failures;
using ImageService.Handlers.Images;
using ImageService.Handlers.Listing;
using ImageService.Handlers.Updating;

namespace ImageService.Handlers.Storage;

/// <summary>The items of the images: an image exists exactly when its item does. One call to DynamoDB a method.</summary>
internal sealed class ImageTable(IAmazonDynamoDB dynamoDb, string tableName, int shards)
{
    /// <summary>Holds for a new image: the table has no item with its key.</summary>
    private static readonly string IsNew = $"attribute_not_exists({TableSchema.Id.Name})";

    /// <summary>What is said of an image whose item is not there.</summary>
    public static ProblemException NotFound(ImageId id) => new(Problems.ImageNotFound, $"There is no image {id}.");

    /// <summary>The part of a transaction that writes the item of a new image; should it be there, the answer shows it.</summary>
    public TransactWriteItem PutNew(Image image) => new()
    {
        Put = new Put
        {
            TableName = tableName,
            Item = NewItem(image),
            ConditionExpression = IsNew,
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        },
    };

    /// <summary>Writes the item of a new image.</summary>
    public async Task PutAsync(Image image, CancellationToken cancellation)
    {
        try
        {
            await dynamoDb.PutItemAsync(
                new PutItemRequest { TableName = tableName, Item = NewItem(image), ConditionExpression = IsNew }, cancellation);
        }
        catch (ConditionalCheckFailedException)
        {
            // No other image has this id: the answer to an earlier attempt of the SDK was lost. What was changed since stays.
        }
    }

    /// <summary>Reads an image, strongly consistent.</summary>
    /// <exception cref="ProblemException">404 <c>image-not-found</c>.</exception>
    public async Task<Image> GetAsync(ImageId id, CancellationToken cancellation)
    {
        var answer = await dynamoDb.GetItemAsync(
            new GetItemRequest { TableName = tableName, Key = ImageItem.Key(id), ConsistentRead = true }, cancellation);
        return answer.IsItemSet ? ImageItem.Read(answer.Item) : throw NotFound(id);
    }

    /// <summary>Writes the next version of an image, unless it has changed since it was read.</summary>
    /// <param name="updated">The image, its version one above the one that was read.</param>
    /// <param name="condition">What the client asked for; it tells a lost race apart from a conflict.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ProblemException">404, 409 <c>concurrent-update</c>, or with a condition 412.</exception>
    public async Task UpdateAsync(Image updated, VersionCondition? condition, CancellationToken cancellation)
    {
        var id = ImageId.Stored(updated.Id);
        var update = new ImageUpdate(updated, tableName);
        try
        {
            await dynamoDb.UpdateItemAsync(update.ToRequest(), cancellation);
        }
        catch (ConditionalCheckFailedException exception)
        {
            if (update.IsDone(exception.Item))
                return;
            throw exception.Item is not { Count: > 0 } ? NotFound(id)
                // Not what If-Match names was missed, which may be any version, but the one that was read.
                : condition is not null ? new ProblemException(Problems.PreconditionFailed, $"The image {id} was changed at the same moment. Get it again to see what it is now.")
                : new ProblemException(Problems.ConcurrentUpdate, $"The image {id} was changed at the same moment. Send the request again.");
        }
    }

    /// <summary>Deletes the item of an image; of many at once, one does.</summary>
    /// <returns>The image as it was.</returns>
    /// <exception cref="ProblemException">404, or 412 when it is at another version.</exception>
    public async Task<Image> DeleteAsync(ImageId id, VersionCondition? condition, CancellationToken cancellation)
    {
        try
        {
            var answer = await dynamoDb.DeleteItemAsync(ImageDeletion.Of(id, condition, tableName), cancellation);
            return ImageItem.Read(answer.Attributes);
        }
        catch (ConditionalCheckFailedException exception)
        {
            throw exception.Item is { Count: > 0 } ? VersionCondition.Failed(id) : NotFound(id);
        }
    }

    /// <summary>Reads what a page of a listing is made of: one Query a partition, all at once.</summary>
    public async Task<QueryResponse[]> QueryAsync(ListPlan plan, string? position, CancellationToken cancellation) =>
        await Task.WhenAll(plan.Queries(position, shards).Select(query => dynamoDb.QueryAsync(query.ToRequest(tableName), cancellation)));

    private Dictionary<string, AttributeValue> NewItem(Image image) =>
        ImageItem.Of(image, Shard.Of(ImageId.Stored(image.Id), shards));
}
