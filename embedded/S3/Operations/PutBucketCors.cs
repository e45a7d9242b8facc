using ImageService.Local.S3.Cors;
using ImageService.Local.S3.Payloads;
using ImageService.Local.S3.Wire;

namespace ImageService.Local.S3.Operations;

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
