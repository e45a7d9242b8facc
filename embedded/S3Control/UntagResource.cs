using EmbeddedAws.ControlPlane;
using EmbeddedAws.S3;

namespace EmbeddedAws.S3Control;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_UntagResource.html</summary>
internal sealed class UntagResource(BucketTags tags) : IControlOperation
{
    public string ResourceOf(ControlRequest request) => request.RequiredText("resourceArn");

    public async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var arn = request.RequiredText("resourceArn");
        var keys = request.RequiredTextList("tagKeys");
        request.Finish();
        await tags.ChangeAsync(arn, present => [.. present.Where(tag => !keys.Contains(tag.Key))]);
        return ControlAnswer.Nothing;
    }
}
