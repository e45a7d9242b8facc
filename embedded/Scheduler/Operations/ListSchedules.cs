using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Scheduler.Operations;

/// <summary>https://docs.aws.amazon.com/scheduler/latest/APIReference/API_ListSchedules.html</summary>
internal sealed class ListSchedules(Schedules schedules) : IControlOperation
{
    private const int MostItems = 100;

    public Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var (group, prefix, state) = (request.Text("ScheduleGroup"), request.Text("NamePrefix") ?? "", request.Text("State"));
        var page = Page.Of(request, "NextToken", "MaxResults", MostItems, MostItems);
        request.Finish();
        var (items, next) = page.Cut(
            schedules.List(prefix).Where(schedule => group is null or "" or Schedule.Group && (state is null or "" || state == "ENABLED" == schedule.IsEnabled)), schedule => schedule.Name);
        var answer = new JsonObject { ["Schedules"] = new JsonArray([.. items.Select(Summary)]) };
        if (next is not null)
            answer["NextToken"] = next;
        return (ControlAnswer)answer;
    }

    private static JsonObject Summary(Schedule schedule)
    {
        var whole = schedule.Write();
        return new JsonObject
        {
            ["Arn"] = schedule.Arn,
            ["GroupName"] = Schedule.Group,
            ["Name"] = schedule.Name,
            ["State"] = whole["State"]!.DeepClone(),
            ["CreationDate"] = Schedule.Seconds(schedule.Created),
            ["LastModificationDate"] = Schedule.Seconds(schedule.Modified),
            ["Target"] = new JsonObject { ["Arn"] = whole["Target"]!["Arn"]!.DeepClone() },
        };
    }
}
