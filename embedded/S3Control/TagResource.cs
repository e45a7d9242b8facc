using EmbeddedAws.ControlPlane;
using EmbeddedAws.S3;

namespace EmbeddedAws.S3Control;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_TagResource.html</summary>
internal sealed class TagResource(BucketTags tags) : IControlOperation
{
    public string ResourceOf(ControlRequest request) => request.RequiredText("resourceArn");

    public async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var arn = request.RequiredText("resourceArn");
        var added = request.Node("Tags") is null ? throw request.Invalid("Tags is required.") : request.TagList("Tags");
        request.Finish();
        await tags.ChangeAsync(arn, present => [.. present.Where(tag => added.All(other => other.Key != tag.Key)), .. added]);
        return ControlAnswer.Nothing;
    }
}
