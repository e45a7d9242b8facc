using System.Net.Http.Headers;
using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;
using ImageService.Handlers.Images;

namespace ImageService.Handlers.Storage;

/// <summary>The objects of the images. Their keys are never shown. Each method is one call to S3.</summary>
internal sealed class ImageBucket(IAmazonS3 s3, string bucketName)
{
    /// <summary>Headers that S3 keeps with an object if they are sent with it, and that a presigned URL cannot remove: there is no empty value for them.</summary>
    private static readonly string[] Foreign = ["Content-Encoding", "Content-Language", "Expires"];

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

    /// <summary>Reads the bytes of an image.</summary>
    /// <param name="image">The image, with their size and SHA-256.</param>
    /// <param name="range">The range of them; null for all.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Null when the object is not there, has another size, or, where all of it is read, other bytes: then no part of it is the image.</returns>
    public async Task<byte[]?> GetAsync(Image image, ByteRange? range, CancellationToken cancellation)
    {
        try
        {
            var bytes = (await ReadAsync(ImageId.Stored(image.Id), range, image.Size, cancellation))?.Bytes;
            return bytes is null || range is not null || image.Sha256 == Convert.ToHexStringLower(SHA256.HashData(bytes)) ? bytes : null;
        }
        catch (AmazonS3Exception exception) when (exception.ErrorCode == "InvalidRange")
        {
            // The object ends before the range, which the image has.
            return null;
        }
    }

    /// <summary>Reads some of the bytes; fewer where the object ends before.</summary>
    /// <returns>Null when the object is not there.</returns>
    public async Task<ObjectPart?> GetPartAsync(ImageId id, long start, int length, CancellationToken cancellation)
    {
        try
        {
            return await ReadAsync(id, new ByteRange(start, start + length - 1), size: null, cancellation);
        }
        catch (AmazonS3Exception exception) when (exception.ErrorCode == "InvalidRange" && start == 0)
        {
            // An empty object has no first byte.
            return new ObjectPart([], 0, []);
        }
    }

    /// <summary>Deletes the bytes of an image; there or not, it is the same to S3.</summary>
    public Task DeleteAsync(ImageId id, CancellationToken cancellation) =>
        s3.DeleteObjectAsync(new DeleteObjectRequest { BucketName = bucketName, Key = ObjectKey.Of(id) }, cancellation);

    /// <summary>Reads an object, unless it has another size than the one that is expected.</summary>
    private async Task<ObjectPart?> ReadAsync(ImageId id, ByteRange? range, long? size, CancellationToken cancellation)
    {
        try
        {
            using var answer = await s3.GetObjectAsync(
                new GetObjectRequest { BucketName = bucketName, Key = ObjectKey.Of(id), ByteRange = range }, cancellation);
            var objectSize = range is null ? answer.ContentLength : ContentRangeHeaderValue.Parse(answer.ContentRange).Length!.Value;
            if (size is not null && size != objectSize)
                return null;
            var bytes = new byte[answer.ContentLength];
            await answer.ResponseStream.ReadExactlyAsync(bytes, cancellation);
            return new ObjectPart(bytes, objectSize, ForeignHeaders(answer));
        }
        catch (AmazonS3Exception exception) when (exception.ErrorCode == "NoSuchKey")
        {
            return null;
        }
    }

    private static IReadOnlyList<string> ForeignHeaders(GetObjectResponse answer) =>
        [.. Foreign.Where(name => !string.IsNullOrEmpty(name == "Expires" ? answer.ExpiresString : answer.Headers[name]))];
}
