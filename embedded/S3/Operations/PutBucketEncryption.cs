using System.Xml.Linq;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Payloads;
using EmbeddedAws.S3.Settings;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketEncryption.html. It says what is so of every object on AWS; nothing is encrypted here.</summary>
internal sealed class PutBucketEncryption(BucketSettings settings) : IOperation
{
    private const string ByDefault = "ApplyServerSideEncryptionByDefault";
    private const string Own = "AES256";

    private static readonly XmlShape Shape = XmlShape.Of("ServerSideEncryptionConfiguration", XmlShape.Of(
        "Rule",
        XmlShape.Of(ByDefault, XmlShape.OneOf("SSEAlgorithm", Own, "aws:kms", "aws:kms:dsse"), XmlShape.Text("KMSMasterKeyID", shortest: 1).Optional).Optional,
        XmlShape.Flag("BucketKeyEnabled").Optional));

    public Accepted Accepted { get; } = new([BucketSetting.Encryption.Parameter], Payload.Headers);

    public async Task HandleAsync(S3Request request)
    {
        var configuration = await SettingXml.ReadAsync(request, Shape);
        var rule = configuration.Element("Rule")!;
        if (rule.Element(ByDefault) is { } byDefault && byDefault.Element("SSEAlgorithm")!.Value == Own && byDefault.Element("KMSMasterKeyID") is { } key)
            throw S3Errors.InvalidArgument("a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or aws:kms:dsse", "KMSMasterKeyID", key.Value);
        if (rule.Element("BucketKeyEnabled") is null)
            rule.Add(new XElement("BucketKeyEnabled", "false"));
        await settings.PutAsync(request.Bucket, BucketSetting.Encryption, SettingXml.Text(configuration));
    }
}
