using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.CloudWatch;

/// <summary>https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html. Each alarm lacks data, and none is composite.</summary>
internal sealed class DescribeAlarms(ResourceStore resources) : IControlOperation
{
    private const int LargestPage = 100;
    private const int UsualPage = 50;
    private const string State = "INSUFFICIENT_DATA";

    public IReadOnlyList<string> ResourcesOf(ControlRequest request) =>
        request.TextList("AlarmNames") is { Count: > 0 } names ? [.. names.Select(MetricAlarm.ArnOf)] : [MetricAlarm.ArnOf("*")];

    public Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var names = request.TextList("AlarmNames").ToHashSet();
        var prefix = request.Text("AlarmNamePrefix") ?? "";
        var types = request.TextList("AlarmTypes");
        var state = request.Text("StateValue");
        var page = Page.Of(request, "NextToken", "MaxRecords", UsualPage, LargestPage);
        request.Finish();

        var isOfOthers = (types.Count > 0 && !types.Contains("MetricAlarm")) || state is not (null or State);
        var (alarms, next) = page.Cut(isOfOthers ? [] : resources.List<MetricAlarm>(prefix).Where(alarm => names.Count == 0 || names.Contains(alarm.Name)), alarm => alarm.Name);
        var answer = new JsonObject { ["MetricAlarms"] = new JsonArray([.. alarms.Select(Describe)]), ["CompositeAlarms"] = new JsonArray() };
        if (next is not null)
            answer["NextToken"] = next;
        return new ControlAnswer(answer);
    }

    private static JsonObject Describe(MetricAlarm alarm)
    {
        var described = JsonNode.Parse(alarm.Configuration)!.AsObject();
        described["AlarmName"] = alarm.Name;
        described["AlarmArn"] = MetricAlarm.ArnOf(alarm.Name);
        described["AlarmConfigurationUpdatedTimestamp"] = alarm.Updated;
        described["StateValue"] = State;
        described["StateReason"] = "Unchecked: Initial alarm creation";
        described["StateUpdatedTimestamp"] = alarm.Updated;
        return described;
    }
}
