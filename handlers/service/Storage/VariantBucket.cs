using System.Net;
using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;
using ImageService.Handlers.Images;

namespace ImageService.Handlers.Storage;

/// <summary>The objects of the variants. Each method is one call to S3.</summary>
internal sealed class VariantBucket(IAmazonS3 s3, string bucketName)
{
    /// <summary>What the bucket is given with a new variant: it loses against one that is there, or on its way.</summary>
    private static readonly HttpStatusCode[] LostRace = [HttpStatusCode.PreconditionFailed, HttpStatusCode.Conflict];

    /// <summary>Looks for a variant. The SDK checks bytes that are read against the stored checksum.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="needsBytes">Whether its bytes are to be read, too.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Null when it is not there.</returns>
    public async Task<StoredVariant?> FindAsync(string key, Func<StoredVariant, bool> needsBytes, CancellationToken cancellation)
    {
        try
        {
            using var answer = await s3.GetObjectAsync(new GetObjectRequest { BucketName = bucketName, Key = key, ChecksumMode = ChecksumMode.ENABLED }, cancellation);
            var found = new StoredVariant(key, answer.Headers.ContentType, answer.ETag, answer.ContentLength);
            if (!needsBytes(found))
                return found;
            var bytes = new byte[found.Size];
            await answer.ResponseStream.ReadExactlyAsync(bytes, cancellation);
            return found with { Bytes = bytes };
        }
        catch (AmazonS3Exception exception) when (exception.ErrorCode == "NoSuchKey")
        {
            return null;
        }
    }

    /// <summary>Stores a variant unless it is there.</summary>
    /// <returns>Null when another request was first.</returns>
    public async Task<StoredVariant?> PutAsync(string key, byte[] bytes, string contentType, CancellationToken cancellation)
    {
        using var stream = MemoryStreams.Over(bytes);
        try
        {
            var answer = await s3.PutObjectAsync(
                new PutObjectRequest
                {
                    BucketName = bucketName,
                    Key = key,
                    InputStream = stream,
                    AutoCloseStream = false,
                    ContentType = contentType,
                    ChecksumSHA256 = Convert.ToBase64String(SHA256.HashData(bytes)),
                    IfNoneMatch = "*",
                    // See ImageBucket.
                    DisablePayloadSigning = s3.Config.ServiceURL is null,
                },
                cancellation);
            return new StoredVariant(key, contentType, answer.ETag, bytes.Length) { Bytes = bytes };
        }
        catch (AmazonS3Exception exception) when (LostRace.Contains(exception.StatusCode))
        {
            return null;
        }
    }

    /// <summary>The keys of an image's variants, 1,000 at most.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(ImageId id, CancellationToken cancellation)
    {
        var page = await s3.ListObjectsV2Async(
            new ListObjectsV2Request { BucketName = bucketName, Prefix = ObjectKey.VariantsOf(id) }, cancellation);
        return [.. (page.S3Objects ?? []).Select(found => found.Key)];
    }

    /// <summary>Deletes variants, 1,000 at most.</summary>
    public Task DeleteAsync(IReadOnlyList<string> keys, CancellationToken cancellation) => s3.DeleteObjectsAsync(
        new DeleteObjectsRequest { BucketName = bucketName, Objects = [.. keys.Select(key => new KeyVersion { Key = key })], Quiet = true }, cancellation);
}
