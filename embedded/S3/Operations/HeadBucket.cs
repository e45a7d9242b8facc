using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html</summary>
internal sealed class HeadBucket(Buckets buckets) : IOperation
{
    public Accepted Accepted => Accepted.Nothing;

    public Task HandleAsync(S3Request request)
    {
        buckets.Require(request.Bucket);
        request.Response.Headers["x-amz-bucket-region"] = "us-east-1";
        return Task.CompletedTask;
    }
}
