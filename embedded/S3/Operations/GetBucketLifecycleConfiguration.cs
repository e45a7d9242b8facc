using EmbeddedAws.S3.Lifecycle;
using EmbeddedAws.S3.Settings;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLifecycleConfiguration.html</summary>
internal sealed class GetBucketLifecycleConfiguration(SettingReader settings) : IOperation
{
    public Accepted Accepted { get; } = new([BucketSetting.Lifecycle.Parameter], []);

    public Task HandleAsync(S3Request request)
    {
        var configuration = settings.Xml(request.Bucket, BucketSetting.Lifecycle);
        request.Response.Headers[LifecycleXml.MinimumSizeHeader] = configuration.Attribute(LifecycleXml.MinimumSize)!.Value;
        return SettingXml.WriteAsync(request, configuration);
    }
}
