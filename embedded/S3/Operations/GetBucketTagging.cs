using EmbeddedAws.S3.Settings;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketTagging.html</summary>
internal sealed class GetBucketTagging(SettingReader settings) : IOperation
{
    public Accepted Accepted { get; } = new([BucketSetting.Tagging.Parameter], []);

    public Task HandleAsync(S3Request request) => SettingXml.WriteAsync(request, settings.Xml(request.Bucket, BucketSetting.Tagging));
}
