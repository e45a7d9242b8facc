using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketWebsite.html. No bucket has one here.</summary>
internal sealed class GetBucketWebsite(Buckets buckets) : IOperation
{
    public Accepted Accepted { get; } = new(["website"], []);

    public Task HandleAsync(S3Request request)
    {
        buckets.Require(request.Bucket);
        throw S3Errors.NoSuchSetting("NoSuchWebsiteConfiguration", "The specified bucket does not have a website configuration", request.Bucket);
    }
}
