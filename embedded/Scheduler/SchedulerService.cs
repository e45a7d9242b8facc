using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam;

namespace EmbeddedAws.Scheduler;

/// <summary>EventBridge Scheduler: https://docs.aws.amazon.com/scheduler/latest/APIReference/API_Operations.html.</summary>
internal static class SchedulerService
{
    public static RestJsonService Of(Schedules schedules, ControlAuthentication authentication, IamService iam, TimeProvider time) => new(
        "scheduler",
        "ValidationException",
        new ControlRoutes(() => SchedulerOperations.All(schedules, iam, time)),
        authentication);
}
