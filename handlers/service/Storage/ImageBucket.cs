using System.Net.Http.Headers;
using Amazon.S3;
using Amazon.S3.Model;
using ImageService.Handlers.Downloading;
using ImageService.Handlers.Images;

namespace ImageService.Handlers.Storage;

/// <summary>The objects of the images. Their keys are never shown. One call to S3 a method.</summary>
internal sealed class ImageBucket(IAmazonS3 s3, string bucketName)
{
    /// <summary>Stores the bytes of an image; S3 checks them against their SHA-256 and refuses damaged ones.</summary>
    public async Task PutAsync(ImageId id, ReadOnlyMemory<byte> bytes, string contentType, byte[] sha256, CancellationToken cancellation)
    {
        using var stream = MemoryStreams.Over(bytes);
        await s3.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = bucketName,
                Key = ObjectKey.Of(id),
                InputStream = stream,
                AutoCloseStream = false,
                ContentType = contentType,
                ChecksumSHA256 = Convert.ToBase64String(sha256),
                // The checksum is signed; AWS's own endpoints have TLS, where hashing each chunk once more gains nothing.
                DisablePayloadSigning = s3.Config.ServiceURL is null,
            },
            cancellation);
    }

    /// <summary>Reads the bytes of an image; if it is all of them, the SDK checks them against the stored checksum.</summary>
    /// <returns>Null when the object is not there.</returns>
    public async Task<byte[]?> GetAsync(ImageId id, RequestedRange? range, CancellationToken cancellation) =>
        (await ReadAsync(id, range is { } part ? new ByteRange(part.First, part.Last) : null, cancellation))?.Bytes;

    /// <summary>Reads some of the bytes; fewer where the object ends before.</summary>
    /// <returns>Null when the object is not there.</returns>
    public async Task<ObjectPart?> GetPartAsync(ImageId id, long start, int length, CancellationToken cancellation)
    {
        try
        {
            return await ReadAsync(id, new ByteRange(start, start + length - 1), cancellation);
        }
        catch (AmazonS3Exception exception) when (exception.ErrorCode == "InvalidRange" && start == 0)
        {
            // An empty object has no first byte.
            return new ObjectPart([], 0);
        }
    }

    /// <summary>Deletes the bytes of an image; there or not, it is the same to S3.</summary>
    public Task DeleteAsync(ImageId id, CancellationToken cancellation) =>
        s3.DeleteObjectAsync(new DeleteObjectRequest { BucketName = bucketName, Key = ObjectKey.Of(id) }, cancellation);

    private async Task<ObjectPart?> ReadAsync(ImageId id, ByteRange? range, CancellationToken cancellation)
    {
        try
        {
            using var answer = await s3.GetObjectAsync(
                new GetObjectRequest { BucketName = bucketName, Key = ObjectKey.Of(id), ByteRange = range }, cancellation);
            var bytes = new byte[answer.ContentLength];
            await answer.ResponseStream.ReadExactlyAsync(bytes, cancellation);
            return new ObjectPart(bytes, range is null ? bytes.Length : ContentRangeHeaderValue.Parse(answer.ContentRange).Length!.Value);
        }
        catch (AmazonS3Exception exception) when (exception.ErrorCode == "NoSuchKey")
        {
            return null;
        }
    }
}
