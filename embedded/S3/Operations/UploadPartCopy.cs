using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPartCopy.html</summary>
internal sealed class UploadPartCopy(UploadStore uploads, ObjectStore objects, TimeProvider time) : IOperation
{
    public Accepted Accepted { get; } = new([UploadRequest.UploadId, UploadRequest.PartNumber], [SourceObject.Headers]);

    public async Task HandleAsync(S3Request request)
    {
        var number = UploadRequest.PartNumberOf(request);
        var upload = uploads.Get(request.Bucket, request.Key, request.Query[UploadRequest.UploadId]);
        using var source = SourceObject.Open(request, objects);
        var range = source.Range(request);

        using var file = uploads.Create();
        var digests = await source.CopyAsync(range, upload.Algorithm, file, request.Aborted);
        var part = new Part(number, file.Name, range.Length, $"\"{digests.Md5}\"", time.WholeSecond(), digests.Algorithm, digests.Checksum);
        await uploads.PutPartAsync(file, upload, part);

        await CopyAnswer.WriteAsync(request, "CopyPartResult", part.Modified, part.ETag, upload.Algorithm, part.Checksum);
    }
}
