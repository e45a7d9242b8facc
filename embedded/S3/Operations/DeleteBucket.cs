using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucket.html</summary>
internal sealed class DeleteBucket(Buckets buckets, ObjectFiles files) : IOperation
{
    public Accepted Accepted => Accepted.Nothing;

    public async Task HandleAsync(S3Request request)
    {
        files.DeleteAll(await buckets.DeleteAsync(request.Bucket));
        request.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
