using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Payloads;
using EmbeddedAws.S3.Signing;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html</summary>
internal sealed class DeleteObjects(ObjectStore objects, Buckets buckets, Authorization authorization) : IOperation
{
    /// <summary>A thousand keys of 1,024 bytes, each of them escaped.</summary>
    private const int LongestBody = 8 * 1024 * 1024;

    public Accepted Accepted { get; } = new(["delete"], Payload.Headers);

    public async Task HandleAsync(S3Request request)
    {
        using var payload = new Payload(request);
        if (!payload.IsPromised)
            throw S3Errors.InvalidRequest("Missing required header for this request: Content-MD5");
        var wanted = DeleteXml.Read(await XmlBody.ReadAsync(payload, LongestBody));
        buckets.Require(request.Bucket);

        // All at once, so that they share the flushes of their commits.
        var failures = await Task.WhenAll(wanted.Keys.Select(key => TryAsync(request, key)));
        await XmlAnswer.WriteAsync(
            request.Response, "DeleteResult", XmlAnswer.S3Namespace, xml => DeleteXml.Write(xml, wanted.Keys.Zip(failures), wanted.Quiet));
    }

    /// <summary>Why a key cannot be deleted; null when it is.</summary>
    private async Task<S3Exception?> TryAsync(S3Request request, string key)
    {
        try
        {
            authorization.Check(request, "s3:DeleteObject", key);
            await objects.DeleteAsync(request.Bucket, key, WriteCondition.None);
            return null;
        }
        catch (S3Exception refusal)
        {
            return refusal;
        }
    }
}
