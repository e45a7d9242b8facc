using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Scheduler.Operations;

/// <summary>https://docs.aws.amazon.com/scheduler/latest/APIReference/API_DeleteSchedule.html</summary>
internal sealed class DeleteSchedule(Schedules schedules) : ScheduleOperation(schedules)
{
    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var name = NameIn(request);
        _ = request.Text("clientToken");
        request.Finish();
        await Schedules.ChangeAsync(name, before => before is null ? throw Schedules.NotFound(name) : null);
        return new JsonObject();
    }
}
