namespace ImageService.Stack.Observability;

/// <summary>Alarms for what hurts clients, and a dashboard to find out why.</summary>
public sealed class Observatory : ComponentResource
{
    /// <summary>Declares the alarms and the dashboard.</summary>
    public Observatory(string name, ObservatoryArgs args, ComponentResourceOptions? options = null)
        : base("image-service:observability:Observatory", name, options)
    {
        var settings = args.Settings;
        var api = new InputMap<string> { ["ApiName"] = args.ApiName, ["Stage"] = args.Stage };
        Alarm("server-errors", "Too large a share of the requests ends in a 5xx.", "AWS/ApiGateway", "5XXError", api, settings.ServerErrorRate, new() { Statistic = "Average" });
        Alarm("latency", "The slowest hundredth of the requests takes too long.", "AWS/ApiGateway", "Latency", api, settings.LatencyMilliseconds, new() { ExtendedStatistic = "p99" });
        foreach (var (operation, function) in args.Functions)
        {
            var dimensions = new InputMap<string> { ["FunctionName"] = function.FunctionName };
            Alarm($"{operation}-errors", $"The function of {operation} crashes.", "AWS/Lambda", "Errors", dimensions, 0, new() { Statistic = "Sum" });
            Alarm($"{operation}-throttles", $"The function of {operation} is called more often at once than it may run.", "AWS/Lambda", "Throttles", dimensions, 0, new() { Statistic = "Sum" });
        }

        _ = new Aws.CloudWatch.Dashboard(
            $"{name}-dashboard",
            new() { DashboardName = settings.Prefix, DashboardBody = Dashboard.Body(args) },
            new() { Parent = this });
        RegisterOutputs();

        void Alarm(string what, string description, string space, string metric, InputMap<string> dimensions, double threshold, Aws.CloudWatch.MetricAlarmArgs alarm)
        {
            alarm.Name = $"{settings.Prefix}-{what}";
            alarm.AlarmDescription = description;
            alarm.Namespace = space;
            alarm.MetricName = metric;
            alarm.Dimensions = dimensions;
            alarm.Threshold = threshold;
            alarm.ComparisonOperator = "GreaterThanThreshold";
            alarm.Period = 300;
            alarm.EvaluationPeriods = 1;
            // Nobody calls, nothing is wrong.
            alarm.TreatMissingData = "notBreaching";
            if (settings.TopicArn is { } topic)
                (alarm.AlarmActions, alarm.OkActions) = (topic, topic);
            _ = new Aws.CloudWatch.MetricAlarm($"{name}-{what}", alarm, new() { Parent = this });
        }
    }
}
