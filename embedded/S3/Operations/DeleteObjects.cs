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
        var (named, quiet) = DeleteXml.Read(await XmlBody.ReadAsync(payload, LongestBody));
        buckets.Require(request.Bucket);

        // All at once, so that they share the flushes of their commits.
        var results = await Task.WhenAll(named.Select(one => TryAsync(request, one)));
        await XmlAnswer.WriteAsync(request.Response, "DeleteResult", XmlAnswer.S3Namespace, xml => DeleteXml.Write(xml, results, quiet));
    }

    private async Task<DeleteResult> TryAsync(S3Request request, NamedVersion named)
    {
        try
        {
            authorization.Check(request, named.Version is null ? "s3:DeleteObject" : "s3:DeleteObjectVersion", named.Key);
            return new DeleteResult(named, await objects.DeleteAsync(request.Bucket, named.Key, named.Version, WriteCondition.None), Failure: null);
        }
        catch (S3Exception refusal)
        {
            return new DeleteResult(named, Change: null, refusal);
        }
    }
}
