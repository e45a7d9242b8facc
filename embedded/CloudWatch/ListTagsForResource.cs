using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.CloudWatch;

/// <summary>https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListTagsForResource.html</summary>
internal sealed class ListTagsForResource(ResourceStore resources) : IControlOperation
{
    public string ResourceOf(ControlRequest request) => request.RequiredText("ResourceARN");

    public Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var arn = request.RequiredText("ResourceARN");
        request.Finish();
        var tags = AlarmTags.AlarmOf(arn, resources.Find<MetricAlarm>).Tags;
        return new ControlAnswer(new JsonObject { ["Tags"] = tags.ToTagList() });
    }
}
