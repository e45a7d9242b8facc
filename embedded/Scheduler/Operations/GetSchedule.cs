using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Scheduler.Operations;

/// <summary>https://docs.aws.amazon.com/scheduler/latest/APIReference/API_GetSchedule.html</summary>
internal sealed class GetSchedule(Schedules schedules) : ScheduleOperation(schedules)
{
    public override Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var name = NameIn(request);
        request.Finish();
        return (ControlAnswer)Schedules.Get(name).Write();
    }
}
