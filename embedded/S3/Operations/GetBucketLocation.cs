using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html. For us-east-1 S3 says nothing at all.</summary>
internal sealed class GetBucketLocation(Buckets buckets) : IOperation
{
    public Accepted Accepted { get; } = new(["location"], []);

    public Task HandleAsync(S3Request request)
    {
        buckets.Require(request.Bucket);
        return XmlAnswer.WriteAsync(request.Response, "LocationConstraint", XmlAnswer.S3Namespace, _ => { });
    }
}
