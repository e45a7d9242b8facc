using EmbeddedAws.S3.Payloads;
using EmbeddedAws.S3.Settings;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketOwnershipControls.html. The one account owns all objects, whatever it says.</summary>
internal sealed class PutBucketOwnershipControls(BucketSettings settings) : IOperation
{
    private static readonly XmlShape Shape =
        XmlShape.Of("OwnershipControls", XmlShape.Of("Rule", XmlShape.OneOf("ObjectOwnership", [.. NewBucket.Ownerships])));

    public Accepted Accepted { get; } = new([BucketSetting.OwnershipControls.Parameter], Payload.Headers);

    public async Task HandleAsync(S3Request request)
    {
        var configuration = await SettingXml.ReadAsync(request, Shape);
        await settings.PutAsync(request.Bucket, BucketSetting.OwnershipControls, SettingXml.Text(configuration));
    }
}
