using EmbeddedAws.S3.Cors;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketCors.html</summary>
internal sealed class GetBucketCors(BucketRules cors, Buckets buckets) : IOperation
{
    public Accepted Accepted { get; } = new(["cors"], []);

    public Task HandleAsync(S3Request request)
    {
        buckets.Require(request.Bucket);
        var rules = cors.Find(request.Bucket) ?? throw S3Errors.NoSuchCorsConfiguration(request.Bucket);
        return XmlAnswer.WriteAsync(request.Response, CorsXml.Root, XmlAnswer.S3Namespace, xml => CorsXml.Write(xml, rules));
    }
}
