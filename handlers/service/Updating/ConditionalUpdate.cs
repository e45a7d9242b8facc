using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ImageService.Handlers.Failures;
using ImageService.Handlers.Images;
using ImageService.Handlers.Storage;

namespace ImageService.Handlers.Updating;

/// <summary>Writes the next version of an image, unless it has changed since it was read. One call to DynamoDB.</summary>
internal sealed class ConditionalUpdate(IAmazonDynamoDB dynamoDb, string tableName)
{
    /// <summary>Writes the image on condition of the version before it.</summary>
    /// <param name="updated">The image; its version is one above the version that was read.</param>
    /// <param name="condition">The client's If-Match, if any: with it, a lost race is a failed precondition rather than a conflict.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ProblemException">404, 409 <c>concurrent-update</c>, or with a condition 412.</exception>
    public async Task WriteAsync(Image updated, VersionCondition? condition, CancellationToken cancellation)
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
            throw exception.Item is not { Count: > 0 } ? ImageTable.NotFound(id)
                // If-Match allowed the version that was read, and may allow any: what failed is that version.
                : condition is not null ? new ProblemException(Problems.PreconditionFailed, $"The image {id} was changed at the same moment. Get it again to see what it is now.")
                : new ProblemException(Problems.ConcurrentUpdate, $"The image {id} was changed at the same moment. Send the request again.");
        }
    }
}
