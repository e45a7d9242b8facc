using EmbeddedAws.S3.Settings;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketOwnershipControls.html</summary>
internal sealed class GetBucketOwnershipControls(SettingReader settings) : IOperation
{
    public Accepted Accepted { get; } = new([BucketSetting.OwnershipControls.Parameter], []);

    public Task HandleAsync(S3Request request) => SettingXml.WriteAsync(request, settings.Xml(request.Bucket, BucketSetting.OwnershipControls));
}
