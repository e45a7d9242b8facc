using EmbeddedAws.S3.Settings;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketPolicy.html. The policy is given back as it was put.</summary>
internal sealed class GetBucketPolicy(SettingReader settings) : IOperation
{
    public Accepted Accepted { get; } = new([BucketSetting.Policy.Parameter], []);

    public Task HandleAsync(S3Request request)
    {
        var policy = settings.Text(request.Bucket, BucketSetting.Policy);
        request.Response.ContentType = "application/json";
        return request.Response.WriteAsync(policy, request.Aborted);
    }
}
