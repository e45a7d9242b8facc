using System.Net;
using Amazon.S3;
using Amazon.S3.Model;

namespace ImageService.Handlers.Collecting;

/// <summary>The objects in the bucket, whatever they are. Each method is one call to S3.</summary>
/// <param name="s3">The client.</param>
/// <param name="bucketName">The bucket.</param>
/// <param name="hasConditions">Whether S3 knows a delete on a condition. LocalStack 4.14 does not.</param>
internal sealed class CollectorBucket(IAmazonS3 s3, string bucketName, bool hasConditions)
{
    /// <summary>The object is another one, is being replaced, or is gone: https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-deletes.html.</summary>
    private static readonly HttpStatusCode[] NotAsListed = [HttpStatusCode.PreconditionFailed, HttpStatusCode.Conflict, HttpStatusCode.NotFound];

    /// <summary>Lists objects in the order of their keys.</summary>
    /// <param name="after">The key after which to begin, there or not; null for the beginning.</param>
    /// <param name="most">How many to list at most.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The objects, and whether there are more.</returns>
    public async Task<(IReadOnlyList<StoredObject> Objects, bool HasMore)> ListAsync(string? after, int most, CancellationToken cancellation)
    {
        var page = await s3.ListObjectsV2Async(
            new ListObjectsV2Request { BucketName = bucketName, StartAfter = after, MaxKeys = most }, cancellation);
        return ([.. (page.S3Objects ?? []).Select(Read)], page.IsTruncated == true);
    }

    /// <summary>Deletes an object, if it is still the one that was listed.</summary>
    /// <returns>Whether it was.</returns>
    public async Task<bool> DeleteAsync(StoredObject listed, CancellationToken cancellation)
    {
        try
        {
            await s3.DeleteObjectAsync(
                new DeleteObjectRequest { BucketName = bucketName, Key = listed.Key, IfMatch = hasConditions ? listed.ETag : null }, cancellation);
            return true;
        }
        catch (AmazonS3Exception exception) when (NotAsListed.Contains(exception.StatusCode) && exception.ErrorCode != "NoSuchBucket")
        {
            return false;
        }
    }

    private static StoredObject Read(S3Object listed) =>
        new(listed.Key, listed.ETag, listed.Size!.Value, new DateTimeOffset(listed.LastModified!.Value.ToUniversalTime()));
}
