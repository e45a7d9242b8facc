using ImageService.Local.S3.Checksums;
using ImageService.Local.S3.Errors;
using ImageService.Local.S3.Objects;
using ImageService.Local.S3.Payloads;
using ImageService.Local.S3.Wire;

namespace ImageService.Local.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPart.html</summary>
internal sealed class UploadPart(UploadStore uploads, TimeProvider time) : IOperation
{
    public Accepted Accepted { get; } = new([UploadRequest.UploadId, UploadRequest.PartNumber], Payload.Headers);

    public async Task HandleAsync(S3Request request)
    {
        var number = UploadRequest.PartNumberOf(request);
        var upload = uploads.Get(request.Bucket, request.Key, request.Query[UploadRequest.UploadId]);
        using var payload = new Payload(request, upload.Algorithm);
        if (payload.Algorithm.Name != upload.Algorithm.Name)
            throw S3Errors.ChecksumTypeMismatch(upload.NamedAlgorithm.Length > 0 ? upload.NamedAlgorithm : null, payload.Algorithm.Name);
        if (payload.Length > PutObject.LargestObject)
            throw S3Errors.EntityTooLarge(payload.Length, PutObject.LargestObject);

        await using var file = uploads.Create();
        var digests = await payload.CopyToAsync(file.Stream);
        var part = new Part(number, file.Name, payload.Length, $"\"{digests.Md5}\"", time.WholeSecond(), digests.Checksum);
        await uploads.PutPartAsync(file, upload, part);

        request.Response.Headers.ETag = part.ETag;
        request.Response.Headers[ChecksumAlgorithm.Of(digests.Algorithm).Header] = part.Checksum;
    }
}
