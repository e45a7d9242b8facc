using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.CloudWatch;

/// <summary>A metric or an expression that an alarm looks at: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDataQuery.html</summary>
internal static class AlarmMetric
{
    /// <summary>Reads one, with the types of its members, which forms have as text.</summary>
    public static JsonObject Read(ControlRequest query)
    {
        var read = new JsonObject();
        Add(read, "Id", query.RequiredText("Id"));
        if (query.Structure("MetricStat") is { } statistic)
            read["MetricStat"] = Statistic(query.Within("MetricStat", statistic));
        Add(read, "Expression", query.Text("Expression"));
        Add(read, "Label", query.Text("Label"));
        Add(read, "ReturnData", query.Boolean("ReturnData"));
        Add(read, "Period", query.Number("Period"));
        Add(read, "AccountId", query.Text("AccountId"));
        query.Finish();
        return read;
    }

    /// <summary>The dimensions of a metric: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_Dimension.html.</summary>
    public static JsonArray? Dimensions(ControlRequest metric) => metric.Structures("Dimensions") is { } dimensions
        ? [.. dimensions.Select(dimension =>
        {
            var read = new JsonObject { ["Name"] = dimension.RequiredText("Name"), ["Value"] = dimension.RequiredText("Value") };
            dimension.Finish();
            return read;
        })]
        : null;

    private static JsonObject Statistic(ControlRequest statistic)
    {
        var read = new JsonObject();
        var metric = statistic.Within("Metric", statistic.Structure("Metric") ?? throw statistic.Invalid("Metric is required."));
        var named = new JsonObject();
        Add(named, "Namespace", metric.Text("Namespace"));
        Add(named, "MetricName", metric.Text("MetricName"));
        Add(named, "Dimensions", Dimensions(metric));
        metric.Finish();
        read["Metric"] = named;
        Add(read, "Period", statistic.Number("Period"));
        Add(read, "Stat", statistic.Text("Stat"));
        Add(read, "Unit", statistic.Text("Unit"));
        statistic.Finish();
        return read;
    }

    private static void Add(JsonObject members, string name, JsonNode? value)
    {
        if (value is not null)
            members[name] = value;
    }
}
