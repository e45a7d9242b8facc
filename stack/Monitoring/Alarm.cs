using ImageService.Stack.Settings;

namespace ImageService.Stack.Monitoring;

/// <summary>An alarm: a metric that is above a threshold for five minutes, unless it says otherwise.</summary>
/// <param name="Name">What the alarm is called.</param>
/// <param name="Description">What is wrong.</param>
/// <param name="Namespace">The service whose metric it is.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Dimensions">Of what it is the metric.</param>
/// <param name="Statistic"><c>Sum</c>, <c>Average</c>, or a percentile such as <c>p99</c>.</param>
/// <param name="Threshold">The value that is still good.</param>
internal sealed record Alarm(
    string Name, string Description, string Namespace, string Metric, InputMap<string> Dimensions, string Statistic, double Threshold)
{
    /// <summary>On which side of the threshold something is wrong.</summary>
    public string Comparison { get; init; } = "GreaterThanThreshold";

    /// <summary>How long the metric is added up, in seconds.</summary>
    public int Period { get; init; } = 300;

    /// <summary>In how many periods, one after the other, it is beyond the threshold.</summary>
    public int Periods { get; init; } = 1;

    /// <summary>What a period without data is. Without requests nothing is wrong.</summary>
    public string MissingData { get; init; } = "notBreaching";

    public Aws.CloudWatch.MetricAlarmArgs ToArgs(AlarmSettings settings)
    {
        var alarm = new Aws.CloudWatch.MetricAlarmArgs
        {
            Name = $"{settings.Prefix}-{Name}",
            AlarmDescription = Description,
            Namespace = Namespace,
            MetricName = Metric,
            Dimensions = Dimensions,
            Threshold = Threshold,
            ComparisonOperator = Comparison,
            Period = Period,
            EvaluationPeriods = Periods,
            TreatMissingData = MissingData,
        };
        if (Statistic.StartsWith('p'))
            alarm.ExtendedStatistic = Statistic;
        else
            alarm.Statistic = Statistic;
        if (settings.TopicArn is { } topic)
            (alarm.AlarmActions, alarm.OkActions) = (topic, topic);
        return alarm;
    }
}
