using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam;

namespace EmbeddedAws.Scheduler.Operations;

/// <summary>https://docs.aws.amazon.com/scheduler/latest/APIReference/API_UpdateSchedule.html</summary>
internal sealed class UpdateSchedule(Schedules schedules, IamService iam, TimeProvider time) : ScheduleOperation(schedules)
{
    public override PassedRole? PassedRole(ControlRequest request) => ScheduleTarget.PassedRole(request);

    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var schedule = ScheduleReader.Read(request, iam, time.GetUtcNow());
        request.Finish();
        await Schedules.ChangeAsync(schedule.Name, before => before is null ? throw Schedules.NotFound(schedule.Name) : schedule with { Created = before.Created });
        return new JsonObject { ["ScheduleArn"] = schedule.Arn };
    }
}
