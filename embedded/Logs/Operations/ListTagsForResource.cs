using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Logs.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_ListTagsForResource.html</summary>
internal sealed class ListTagsForResource(LogStore logs) : TagOperation(logs)
{
    public override Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var name = NameOf(request);
        request.Finish();
        return (ControlAnswer)new JsonObject { ["tags"] = new JsonObject(Logs.Group(name).Tags.Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)tag.Value))) };
    }
}
