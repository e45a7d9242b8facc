using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketAbac.html</summary>
internal sealed class GetBucketAbac(Buckets buckets) : IOperation
{
    public Accepted Accepted { get; } = new(["abac"], []);

    public Task HandleAsync(S3Request request)
    {
        buckets.Require(request.Bucket);
        return XmlAnswer.WriteAsync(request.Response, "AbacStatus", XmlAnswer.S3Namespace, xml => xml.WriteElementString("Status", "Disabled"));
    }
}
