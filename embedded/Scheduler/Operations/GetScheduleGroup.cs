using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Scheduler.Operations;

/// <summary>https://docs.aws.amazon.com/scheduler/latest/APIReference/API_GetScheduleGroup.html. There is the one that every account has.</summary>
internal sealed class GetScheduleGroup : IControlOperation
{
    public string ResourceOf(ControlRequest request) => Arn.Of("scheduler", $"schedule-group/{request.RequiredText("Name")}");

    public Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var name = request.RequiredText("Name");
        request.Finish();
        if (name != Schedule.Group)
            throw new AwsException(404, "ResourceNotFoundException", $"Schedule group {name} does not exist.");
        return (ControlAnswer)new JsonObject { ["Arn"] = Arn.Of("scheduler", $"schedule-group/{name}"), ["Name"] = name, ["State"] = "ACTIVE" };
    }
}
