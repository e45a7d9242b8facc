using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketRequestPayment.html</summary>
internal sealed class GetBucketRequestPayment(Buckets buckets) : IOperation
{
    public Accepted Accepted { get; } = new(["requestPayment"], []);

    public Task HandleAsync(S3Request request)
    {
        buckets.Require(request.Bucket);
        return XmlAnswer.WriteAsync(request.Response, "RequestPaymentConfiguration", XmlAnswer.S3Namespace, xml => xml.WriteElementString("Payer", "BucketOwner"));
    }
}
