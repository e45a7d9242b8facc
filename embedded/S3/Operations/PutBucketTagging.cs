using EmbeddedAws.S3.Payloads;
using EmbeddedAws.S3.Settings;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketTagging.html</summary>
internal sealed class PutBucketTagging(BucketSettings settings) : IOperation
{
    public Accepted Accepted { get; } = new([BucketSetting.Tagging.Parameter], Payload.Headers);

    public async Task HandleAsync(S3Request request)
    {
        var tags = TagSet.Read(await SettingXml.ReadAsync(request, TagSet.Tagging));
        if (tags.Count == 0)
            await settings.DeleteAsync(request.Bucket, BucketSetting.Tagging);
        else
            await settings.PutAsync(request.Bucket, BucketSetting.Tagging, TagSet.Text(tags));
        request.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
