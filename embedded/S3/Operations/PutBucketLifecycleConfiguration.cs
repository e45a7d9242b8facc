using System.Xml.Linq;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Lifecycle;
using EmbeddedAws.S3.Payloads;
using EmbeddedAws.S3.Settings;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLifecycleConfiguration.html</summary>
internal sealed class PutBucketLifecycleConfiguration(BucketSettings settings) : IOperation
{
    public Accepted Accepted { get; } = new([BucketSetting.Lifecycle.Parameter], [.. Payload.Headers, LifecycleXml.MinimumSizeHeader]);

    public async Task HandleAsync(S3Request request)
    {
        var configuration = await SettingXml.ReadAsync(request, LifecycleXml.Shape);
        LifecycleRules.Check(configuration);
        configuration.SetAttributeValue(LifecycleXml.MinimumSize, MinimumSizeOf(request));
        foreach (var rule in configuration.Elements().Where(rule => rule.Element("ID") is null))
            rule.AddFirst(new XElement("ID", Guid.NewGuid()));
        await settings.PutAsync(request.Bucket, BucketSetting.Lifecycle, SettingXml.Text(configuration));
        request.Response.Headers[LifecycleXml.MinimumSizeHeader] = MinimumSizeOf(request);
    }

    private static string MinimumSizeOf(S3Request request) => request.Header(LifecycleXml.MinimumSizeHeader) switch
    {
        null => LifecycleXml.MinimumSizes[0],
        var size when LifecycleXml.MinimumSizes.Contains(size) => size,
        var other => throw S3Errors.InvalidArgument("Invalid transition default minimum object size.", LifecycleXml.MinimumSizeHeader, other),
    };
}
