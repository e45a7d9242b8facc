using EmbeddedAws.S3.Policies;
using EmbeddedAws.S3.Settings;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketPolicyStatus.html</summary>
internal sealed class GetBucketPolicyStatus(SettingReader settings) : IOperation
{
    public Accepted Accepted { get; } = new(["policyStatus"], []);

    public Task HandleAsync(S3Request request)
    {
        var policy = PolicyReader.Read(settings.Text(request.Bucket, BucketSetting.Policy), request.Bucket);
        return XmlAnswer.WriteAsync(request.Response, "PolicyStatus", XmlAnswer.S3Namespace, xml => xml.WriteFlag("IsPublic", policy.IsPublic));
    }
}
