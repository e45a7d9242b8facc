using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.CloudWatch;

/// <summary>https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html. Each alarm lacks data, and none is composite.</summary>
internal sealed class DescribeAlarms(ResourceStore resources) : IControlOperation
{
    private const int LargestPage = 100;
    private const int UsualPage = 50;
    private const string State = "INSUFFICIENT_DATA";

    public Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var names = request.List("AlarmNames")?.Select(name => (string?)name).ToHashSet();
        var prefix = request.Text("AlarmNamePrefix") ?? "";
        var types = request.List("AlarmTypes")?.Select(type => (string?)type).ToList();
        var state = request.Text("StateValue");
        var most = request.Number("MaxRecords") ?? UsualPage;
        var after = request.Text("NextToken");
        request.Finish();
        if (most is < 1 or > LargestPage)
            throw request.Invalid($"MaxRecords must be a whole number from 1 to {LargestPage}.");

        var isOfOthers = types?.Contains("MetricAlarm") == false || state is not (null or State);
        var alarms = isOfOthers ? [] : resources.List<MetricAlarm>(prefix)
            .Where(alarm => names?.Contains(alarm.Name) != false && (after is null || string.CompareOrdinal(alarm.Name, after) > 0)).ToList();
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
