using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLogging.html. No access is logged here.</summary>
internal sealed class GetBucketLogging(Buckets buckets) : IOperation
{
    public Accepted Accepted { get; } = new(["logging"], []);

    public Task HandleAsync(S3Request request)
    {
        buckets.Require(request.Bucket);
        return XmlAnswer.WriteAsync(request.Response, "BucketLoggingStatus", XmlAnswer.S3Namespace, _ => { });
    }
}
