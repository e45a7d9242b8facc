using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Scheduler.Operations;

/// <summary>https://docs.aws.amazon.com/scheduler/latest/APIReference/API_ListTagsForResource.html. Only groups have tags, and the one that there is has none.</summary>
internal sealed class ListTagsForResource : IControlOperation
{
    public string ResourceOf(ControlRequest request) => request.RequiredText("ResourceArn");

    public Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var arn = request.RequiredText("ResourceArn");
        request.Finish();
        return arn == Arn.Of("scheduler", $"schedule-group/{Schedule.Group}")
            ? (ControlAnswer)new JsonObject { ["Tags"] = new JsonArray() }
            : throw new AwsException(404, "ResourceNotFoundException", $"{arn} does not exist.");
    }
}
