using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketNotificationConfiguration.html. No bucket sends notifications here.</summary>
internal sealed class GetBucketNotificationConfiguration(Buckets buckets) : IOperation
{
    public Accepted Accepted { get; } = new(["notification"], []);

    public Task HandleAsync(S3Request request)
    {
        buckets.Require(request.Bucket);
        return XmlAnswer.WriteAsync(request.Response, "NotificationConfiguration", XmlAnswer.S3Namespace, _ => { });
    }
}
