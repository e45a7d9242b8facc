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
        var (token, limit) = (request.Text("NextToken") ?? "", request.Number("MaxResults") ?? MostItems);
        request.Finish();
        if (limit is < 1 or > MostItems)
            throw request.Invalid($"Value '{limit}' at 'maxResults' failed to satisfy constraint: 1 to {MostItems}");
        var page = schedules.List(prefix).Where(schedule => group is null or "" or Schedule.Group
            && (state is null or "" || state == "ENABLED" == schedule.IsEnabled) && string.CompareOrdinal(schedule.Name, token) > 0).Take(limit + 1).ToList();
        var answer = new JsonObject { ["Schedules"] = new JsonArray([.. page.Take(limit).Select(Summary)]) };
        if (page.Count > limit)
            answer["NextToken"] = page[limit - 1].Name;
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
