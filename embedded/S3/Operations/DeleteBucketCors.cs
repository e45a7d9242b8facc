using EmbeddedAws.S3.Cors;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketCors.html</summary>
internal sealed class DeleteBucketCors(BucketRules cors) : IOperation
{
    public Accepted Accepted { get; } = new(["cors"], []);

    public async Task HandleAsync(S3Request request)
    {
        await cors.DeleteAsync(request.Bucket);
        request.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
