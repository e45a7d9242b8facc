using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.S3;

namespace EmbeddedAws.S3Control;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_ListTagsForResource.html</summary>
internal sealed class ListTagsForResource(BucketTags tags) : IControlOperation
{
    public string ResourceOf(ControlRequest request) => request.RequiredText("resourceArn");

    public Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var arn = request.RequiredText("resourceArn");
        request.Finish();
        return new ControlAnswer(new JsonObject
        {
            ["Tags"] = tags.Of(arn).ToTagList(),
        });
    }
}
