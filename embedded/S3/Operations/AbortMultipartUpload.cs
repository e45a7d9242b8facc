using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_AbortMultipartUpload.html</summary>
internal sealed class AbortMultipartUpload(UploadStore uploads) : IOperation
{
    public Accepted Accepted { get; } = new([UploadRequest.UploadId], []);

    public async Task HandleAsync(S3Request request)
    {
        await uploads.AbortAsync(request.Bucket, request.Key, request.Query[UploadRequest.UploadId]);
        request.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
