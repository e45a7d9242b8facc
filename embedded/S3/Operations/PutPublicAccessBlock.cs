using System.Xml.Linq;
using EmbeddedAws.S3.Payloads;
using EmbeddedAws.S3.Settings;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutPublicAccessBlock.html. There are no ACLs here, public or other ones.</summary>
internal sealed class PutPublicAccessBlock(BucketSettings settings) : IOperation
{
    private const string Root = "PublicAccessBlockConfiguration";

    private static readonly string[] Flags = ["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"];

    private static readonly XmlShape Shape = XmlShape.Of(Root, [.. Flags.Select(flag => XmlShape.Flag(flag).Optional)]);

    public Accepted Accepted { get; } = new([BucketSetting.PublicAccessBlock.Parameter], Payload.Headers);

    public async Task HandleAsync(S3Request request)
    {
        var configuration = await SettingXml.ReadAsync(request, Shape);
        var full = new XElement(Root, Flags.Select(flag => new XElement(flag, configuration.Element(flag)?.Value.ToLowerInvariant() ?? "false")));
        await settings.PutAsync(request.Bucket, BucketSetting.PublicAccessBlock, SettingXml.Text(full));
    }
}
