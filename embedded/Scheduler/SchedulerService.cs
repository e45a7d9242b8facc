using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam;
using EmbeddedAws.Scheduler.Operations;

namespace EmbeddedAws.Scheduler;

/// <summary>EventBridge Scheduler: https://docs.aws.amazon.com/scheduler/latest/APIReference/API_Operations.html.</summary>
internal static class SchedulerService
{
    public static RestJsonService Of(Schedules schedules, ControlAuthentication authentication, IamService iam, TimeProvider time) => new(
        "scheduler",
        "ValidationException",
        new ControlRoutes(() =>
        [
            new ControlRoute("POST", "/schedules/{Name}", 200, new CreateSchedule(schedules, iam, time)),
            new ControlRoute("GET", "/schedules/{Name}", 200, new GetSchedule(schedules)),
            new ControlRoute("PUT", "/schedules/{Name}", 200, new UpdateSchedule(schedules, iam, time)),
            new ControlRoute("DELETE", "/schedules/{Name}", 200, new DeleteSchedule(schedules)),
            new ControlRoute("GET", "/schedules", 200, new ListSchedules(schedules)),
            new ControlRoute("GET", "/schedule-groups/{Name}", 200, new GetScheduleGroup()),
            new ControlRoute("GET", "/tags/{ResourceArn+}", 200, new ListTagsForResource()),
        ]),
        authentication,
        iam);
}
