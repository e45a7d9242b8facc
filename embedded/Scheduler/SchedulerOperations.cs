using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam;
using EmbeddedAws.Scheduler.Operations;

namespace EmbeddedAws.Scheduler;

/// <summary>The operations of EventBridge Scheduler, and where they are: https://docs.aws.amazon.com/scheduler/latest/APIReference/API_Operations.html.</summary>
internal static class SchedulerOperations
{
    public static IReadOnlyList<ControlRoute> All(Schedules schedules, IamService iam, TimeProvider time) =>
    [
        new("POST", "/schedules/{Name}", 200, new CreateSchedule(schedules, iam, time)),
        new("GET", "/schedules/{Name}", 200, new GetSchedule(schedules)),
        new("PUT", "/schedules/{Name}", 200, new UpdateSchedule(schedules, iam, time)),
        new("DELETE", "/schedules/{Name}", 200, new DeleteSchedule(schedules)),
        new("GET", "/schedules", 200, new ListSchedules(schedules)),
        new("GET", "/schedule-groups/{Name}", 200, new GetScheduleGroup()),
        new("GET", "/tags/{ResourceArn+}", 200, new ListTagsForResource()),
    ];
}
