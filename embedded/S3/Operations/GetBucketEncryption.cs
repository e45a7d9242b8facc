using EmbeddedAws.S3.Settings;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>
/// https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketEncryption.html. Every bucket has one since January 2023: https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html.
/// </summary>
internal sealed class GetBucketEncryption(SettingReader settings) : IOperation
{
    private const string NeverSet =
        "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault>"
        + "<BucketKeyEnabled>false</BucketKeyEnabled></Rule></ServerSideEncryptionConfiguration>";

    public Accepted Accepted { get; } = new([BucketSetting.Encryption.Parameter], []);

    public Task HandleAsync(S3Request request) => SettingXml.WriteAsync(
        request, SettingXml.Parse(settings.Find(request.Bucket, BucketSetting.Encryption) ?? NeverSet));
}
