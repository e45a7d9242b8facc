using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Scheduler.Operations;

/// <summary>An operation on one schedule.</summary>
/// <param name="schedules">The schedules.</param>
internal abstract class ScheduleOperation(Schedules schedules) : IControlOperation
{
    protected Schedules Schedules => schedules;

    public string ResourceOf(ControlRequest request) => Schedule.ArnOf(request.RequiredText("Name"));

    public virtual PassedRole? PassedRole(ControlRequest request) => null;

    public abstract Task<ControlAnswer> RunAsync(ControlRequest request);

    /// <summary>The name of the schedule of a request whose group is in the query.</summary>
    protected static string NameIn(ControlRequest request)
    {
        var name = ScheduleReader.NameIn(request);
        return request.Text("groupName") is { Length: > 0 } group && group != Schedule.Group ? throw Schedules.NotFound(name) : name;
    }
}
