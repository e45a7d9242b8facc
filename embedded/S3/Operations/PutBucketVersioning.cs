using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Payloads;
using EmbeddedAws.S3.Settings;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketVersioning.html. MFA delete is not implemented.</summary>
internal sealed class PutBucketVersioning(BucketSettings settings) : IOperation
{
    private static readonly XmlShape Shape = XmlShape.Of(
        "VersioningConfiguration", XmlShape.OneOf("Status", "Enabled", "Suspended").Optional, XmlShape.OneOf("MfaDelete", "Enabled", "Disabled").Optional);

    public Accepted Accepted { get; } = new([BucketSetting.Versioning.Parameter], Payload.Headers);

    public async Task HandleAsync(S3Request request)
    {
        var configuration = await SettingXml.ReadAsync(request, Shape);
        if (configuration.Element("MfaDelete") is { Value: "Enabled" })
            throw S3Errors.NotImplemented("Element", "MfaDelete");
        if (configuration.Element("Status") is null)
            throw S3Errors.IllegalVersioningConfiguration();
        await settings.PutAsync(request.Bucket, BucketSetting.Versioning, SettingXml.Text(configuration));
    }
}
