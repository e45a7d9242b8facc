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
        var most = request.Number("MaxRecords") ?? UsualPage;
        var after = request.Text("NextToken");
        request.Finish();
        if (most is < 1 or > LargestPage)
            throw request.Invalid($"MaxRecords must be a whole number from 1 to {LargestPage}.");

        var isOfOthers = (types.Count > 0 && !types.Contains("MetricAlarm")) || state is not (null or State);
        var alarms = isOfOthers ? [] : resources.List<MetricAlarm>(prefix)
            .Where(alarm => (names.Count == 0 || names.Contains(alarm.Name)) && (after is null || string.CompareOrdinal(alarm.Name, after) > 0)).ToList();
        var answer = new JsonObject { ["MetricAlarms"] = new JsonArray([.. alarms.Take(most).Select(Describe)]), ["CompositeAlarms"] = new JsonArray() };
        if (alarms.Count > most)
            answer["NextToken"] = alarms[most - 1].Name;
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
