using EmbeddedAws.S3.Settings;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketVersioning.html. Of a bucket that never had versions S3 says nothing.</summary>
internal sealed class GetBucketVersioning(SettingReader settings) : IOperation
{
    private const string NeverSet = "<VersioningConfiguration/>";

    public Accepted Accepted { get; } = new([BucketSetting.Versioning.Parameter], []);

    public Task HandleAsync(S3Request request) => SettingXml.WriteAsync(
        request, SettingXml.Parse(settings.Find(request.Bucket, BucketSetting.Versioning) ?? NeverSet));
}
