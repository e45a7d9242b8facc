using System.Globalization;
using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.CloudWatch;

/// <summary>Reads the configuration of an alarm; forms have all of it as text.</summary>
internal sealed class AlarmReader(ControlRequest request)
{
    private static readonly string[] Operators =
    [
        "GreaterThanOrEqualToThreshold", "GreaterThanThreshold", "LessThanThreshold", "LessThanOrEqualToThreshold",
        "LessThanLowerOrGreaterThanUpperThreshold", "LessThanLowerThreshold", "GreaterThanUpperThreshold",
    ];

    private static readonly string[] Statistics = ["SampleCount", "Average", "Sum", "Minimum", "Maximum"];
    private static readonly string[] Missing = ["breaching", "notBreaching", "ignore", "missing"];
    private static readonly string[] ActionLists = ["OKActions", "AlarmActions", "InsufficientDataActions"];
    private static readonly string[] Texts = ["AlarmDescription", "MetricName", "Namespace", "ExtendedStatistic", "Unit", "EvaluateLowSampleCountPercentile", "ThresholdMetricId"];

    private readonly JsonObject _members = [];

    /// <summary>The members by their names, with their types.</summary>
    /// <exception cref="AwsException">They are not an alarm.</exception>
    public JsonObject Read()
    {
        _members["ActionsEnabled"] = request.Boolean("ActionsEnabled") ?? true;
        foreach (var list in ActionLists)
            _members[list] = new JsonArray([.. request.TextList(list).Select(arn => (JsonNode?)arn)]);
        foreach (var name in Texts)
            Add(name, request.Text(name));
        Add("ComparisonOperator", OneOf("ComparisonOperator", Operators) ?? throw request.Invalid("ComparisonOperator is required."));
        Add("Statistic", OneOf("Statistic", Statistics));
        Add("TreatMissingData", OneOf("TreatMissingData", Missing));
        Add("Period", request.Number("Period"));
        Add("EvaluationPeriods", request.Number("EvaluationPeriods") ?? throw request.Invalid("EvaluationPeriods is required."));
        Add("DatapointsToAlarm", request.Number("DatapointsToAlarm"));
        Add("Threshold", Threshold());
        Add("Dimensions", AlarmMetric.Dimensions(request));
        Add("Metrics", request.Structures("Metrics") is { } metrics ? new JsonArray([.. metrics.Select(AlarmMetric.Read)]) : null);
        Check();
        return _members;
    }

    private void Add(string name, JsonNode? value)
    {
        if (value is not null)
            _members[name] = value;
    }

    private string? OneOf(string name, string[] values) => request.Text(name) is not { } text || values.Contains(text)
        ? request.Text(name)
        : throw request.Invalid($"{name} must be one of {string.Join(", ", values)}, not {text}.");

    private double? Threshold()
    {
        double? threshold = request.Node("Threshold") switch
        {
            null => null,
            JsonValue value when value.TryGetValue(out double number) => number,
            JsonValue value when value.TryGetValue(out int number) => number,
            JsonValue value when value.TryGetValue(out string? text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
            _ => throw request.Invalid("Threshold must be a number."),
        };
        return threshold is not { } given || double.IsFinite(given) ? threshold : throw request.Invalid("Threshold must be a finite number.");
    }

    private void Check()
    {
        var periods = (int)_members["EvaluationPeriods"]!;
        if (_members.ContainsKey("MetricName") == _members.ContainsKey("Metrics"))
            throw request.Invalid("An alarm has either MetricName or Metrics.");
        if (_members.ContainsKey("MetricName") && (_members.ContainsKey("Statistic") == _members.ContainsKey("ExtendedStatistic") || !_members.ContainsKey("Period")))
            throw request.Invalid("An alarm of a metric has a Period, and either Statistic or ExtendedStatistic.");
        if (_members.ContainsKey("Threshold") == _members.ContainsKey("ThresholdMetricId"))
            throw request.Invalid("An alarm has either Threshold or ThresholdMetricId.");
        if (periods < 1 || (_members["DatapointsToAlarm"] is { } points && ((int)points < 1 || (int)points > periods)))
            throw request.Invalid("EvaluationPeriods must be at least 1, and DatapointsToAlarm from 1 to EvaluationPeriods.");
        if (_members["Period"] is { } period && (int)period is not (10 or 20 or 30) && ((int)period < 60 || (int)period % 60 != 0))
            throw request.Invalid("Period must be 10, 20, 30 or a multiple of 60.");
    }
}
