using EmbeddedAws.S3.Cors;
using EmbeddedAws.S3.Payloads;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketCors.html</summary>
internal sealed class PutBucketCors(BucketRules cors) : IOperation
{
    public Accepted Accepted { get; } = new(["cors"], Payload.Headers);

    public async Task HandleAsync(S3Request request)
    {
        var rules = CorsXml.Read(await XmlBody.ReadAsync(request));
        await cors.PutAsync(request.Bucket, rules);
    }
}
