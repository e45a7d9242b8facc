using EmbeddedAws.S3.Checksums;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Payloads;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPart.html</summary>
internal sealed class UploadPart(UploadStore uploads, TimeProvider time) : IOperation
{
    public Accepted Accepted { get; } = new([UploadRequest.UploadId, UploadRequest.PartNumber], Payload.Headers);

    public async Task HandleAsync(S3Request request)
    {
        var number = UploadRequest.PartNumberOf(request);
        var upload = uploads.Get(request.Bucket, request.Key, request.Query[UploadRequest.UploadId]);
        using var payload = new Payload(request, upload.Algorithm);
        CheckAlgorithm(upload, payload);
        if (payload.Length > PutObject.LargestObject)
            throw S3Errors.EntityTooLarge(payload.Length, PutObject.LargestObject);

        using var file = uploads.Create();
        var digests = await payload.CopyToAsync(file);
        var part = new Part(number, file.Name, payload.Length, $"\"{digests.Md5}\"", time.WholeSecond(), digests.Algorithm, digests.Checksum);
        await uploads.PutPartAsync(file, upload, part);

        request.Response.Headers.ETag = part.ETag;
        request.Response.Headers[ChecksumAlgorithm.Of(digests.Algorithm).Header] = part.Checksum;
    }

    /// <summary>
    /// Where the upload names an algorithm the parts use it; a checksum of checksums needs one of the client for each part. Where it names
    /// none, any will do: SDKs send one with each part by default.
    /// </summary>
    private static void CheckAlgorithm(MultipartUpload upload, Payload payload)
    {
        if (upload.NamedAlgorithm.Length == 0)
            return;
        if (payload.HasChecksum && payload.Algorithm != upload.Algorithm)
            throw S3Errors.ChecksumTypeMismatch(upload.NamedAlgorithm, payload.Algorithm.Name);
        if (!payload.HasChecksum && upload.ChecksumType == ChecksumTypes.Composite)
            throw S3Errors.ChecksumTypeMismatch(upload.NamedAlgorithm, "null");
    }
}
