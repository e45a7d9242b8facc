using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketAccelerateConfiguration.html. No bucket is accelerated here.</summary>
internal sealed class GetBucketAccelerateConfiguration(Buckets buckets) : IOperation
{
    public Accepted Accepted { get; } = new(["accelerate"], []);

    public Task HandleAsync(S3Request request)
    {
        buckets.Require(request.Bucket);
        return XmlAnswer.WriteAsync(request.Response, "AccelerateConfiguration", XmlAnswer.S3Namespace, _ => { });
    }
}
