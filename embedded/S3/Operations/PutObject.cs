using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Payloads;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html</summary>
internal sealed class PutObject(ObjectStore objects, TimeProvider time) : IOperation
{
    private const long LargestObject = 5L * 1024 * 1024 * 1024;
    private const string StorageClass = "x-amz-storage-class";

    public Accepted Accepted { get; } =
        new([], [.. Payload.Headers, .. WriteCondition.Headers, StorageClass, $"{ObjectHeaders.UserPrefix}*"]);

    public async Task HandleAsync(S3Request request)
    {
        if (request.Header(StorageClass) is { } other and not "STANDARD")
            throw S3Errors.NotImplemented("Header", $"{StorageClass}: {other}");
        using var payload = new Payload(request);
        if (payload.Length > LargestObject)
            throw S3Errors.EntityTooLarge(payload.Length, LargestObject);
        var headers = ObjectHeaders.Of(request);
        using var put = objects.Begin(request.Bucket, request.Key, WriteCondition.Of(request));

        await using var file = objects.Create();
        var digests = await payload.CopyToAsync(file.Stream);
        var modified = DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());
        var stored = new StoredObject(
            request.Bucket,
            request.Key,
            file.Name,
            payload.Length,
            $"\"{digests.Md5}\"",
            modified,
            digests.Algorithm,
            digests.Checksum,
            headers);
        await objects.PutAsync(file, stored, put);

        request.Response.Headers.ETag = stored.ETag;
        ChecksumHeaders.Write(request.Response, stored);
    }
}
