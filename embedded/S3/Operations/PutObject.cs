using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Payloads;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html</summary>
internal sealed class PutObject(ObjectStore objects, TimeProvider time) : IOperation
{
    /// <summary>Also the largest part, and the largest object that is copied: https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html</summary>
    public const long LargestObject = 5L * 1024 * 1024 * 1024;

    public Accepted Accepted { get; } =
        new([], [.. Payload.Headers, .. WriteCondition.Headers, .. ObjectHeaders.Accepted]);

    public async Task HandleAsync(S3Request request)
    {
        using var payload = new Payload(request);
        if (payload.Length > LargestObject)
            throw S3Errors.EntityTooLarge(payload.Length, LargestObject);
        var headers = ObjectHeaders.Of(request);
        using var put = objects.Begin(request.Bucket, request.Key, WriteCondition.Of(request));

        using var file = objects.Create();
        var digests = await payload.CopyToAsync(file);
        var stored = new StoredObject(
            request.Bucket,
            request.Key,
            file.Name,
            payload.Length,
            $"\"{digests.Md5}\"",
            time.WholeSecond(),
            digests.Algorithm,
            digests.Checksum,
            headers);
        var version = await objects.PutAsync(file, stored, put);

        VersionId.Write(request.Response, version);
        request.Response.Headers.ETag = stored.ETag;
        ChecksumHeaders.Write(request.Response, stored);
    }
}
