using System.Text.Json.Nodes;

namespace ImageService.E2E.Stack;

/// <summary>Alarms and the dashboard.</summary>
public sealed class MonitoringTests
{
    [Test]
    public async Task There_is_an_alarm_for_each_thing_that_hurts()
    {
        var run = await StackRun.Prod();

        var alarms = run.All("MetricAlarm").Select(alarm =>
            $"{alarm.Text("namespace")} {alarm.Text("metricName")} {string.Join(' ', Dimensions(alarm))}");

        Assert.That(alarms, Is.EquivalentTo(
        [
            "AWS/ApiGateway 5XXError ApiName=image-service-prod Stage=dev",
            "AWS/ApiGateway Latency ApiName=image-service-prod Stage=dev",
            "ImageService DamagedImages FunctionName=image-service-prod-getImage",
            "ImageService DamagedImages FunctionName=image-service-prod-renderImage",
            "AWS/Lambda Invocations FunctionName=image-service-prod-collectGarbage",
            .. run.All("Function").Select(function => $"AWS/Lambda Errors FunctionName={function.Text("name")}"),
            .. run.All("Function").Select(function => $"AWS/Lambda Throttles FunctionName={function.Text("name")}"),
        ]));
    }

    [Test]
    public async Task Each_alarm_says_what_is_wrong()
    {
        var run = await StackRun.Prod();

        var descriptions = run.All("MetricAlarm").Select(alarm => alarm.Text("alarmDescription"));

        Assert.That(descriptions, Has.All.Match("^[A-Za-z]+ .+\\.$"));
    }

    [Test]
    public async Task The_alarms_of_the_API_have_the_configured_thresholds()
    {
        var run = await StackRun.Prod(("alarmServerErrorRate", "0.05"), ("alarmLatencyMilliseconds", "800"));

        var rate = run.All("MetricAlarm").Single(alarm => alarm.Text("metricName") == "5XXError").Inputs;
        var latency = run.All("MetricAlarm").Single(alarm => alarm.Text("metricName") == "Latency").Inputs;

        Assert.That(rate.ToJsonString(), Is.EqualTo(PlainJson.Compact(
            """
            {
              "alarmDescription": "Too many requests end in a 5xx.",
              "comparisonOperator": "GreaterThanThreshold",
              "dimensions": { "ApiName": "image-service-prod", "Stage": "dev" },
              "evaluationPeriods": 1,
              "metricName": "5XXError",
              "name": "image-service-prod-server-errors",
              "namespace": "AWS/ApiGateway",
              "period": 300,
              "statistic": "Average",
              "threshold": 0.05,
              "treatMissingData": "notBreaching"
            }
            """)));
        Assert.That(((double?)latency["threshold"], (string?)latency["extendedStatistic"]), Is.EqualTo((800, "p99")));
    }

    [TestCase("DamagedImages")]
    [TestCase("Errors")]
    [TestCase("Throttles")]
    public async Task One_of_these_is_enough(string metric)
    {
        var run = await StackRun.Prod();

        var alarms = run.All("MetricAlarm").Where(alarm => alarm.Text("metricName") == metric);

        Assert.That(alarms.Select(alarm => ((double?)alarm.Inputs["threshold"], alarm.Text("statistic"))), Is.All.EqualTo((0, "Sum")));
    }

    [Test]
    public async Task Two_days_without_a_run_of_the_collector_raise_an_alarm()
    {
        var run = await StackRun.Prod();

        var alarm = run.All("MetricAlarm").Single(alarm => alarm.Text("metricName") == "Invocations").Inputs;

        Assert.That(alarm.ToJsonString(), Is.EqualTo(PlainJson.Compact(
            """
            {
              "alarmDescription": "The collector has not run for two days: what belongs to no image stays in the bucket.",
              "comparisonOperator": "LessThanThreshold",
              "dimensions": { "FunctionName": "image-service-prod-collectGarbage" },
              "evaluationPeriods": 2,
              "metricName": "Invocations",
              "name": "image-service-prod-collector-stopped",
              "namespace": "AWS/Lambda",
              "period": 86400,
              "statistic": "Sum",
              "threshold": 1,
              "treatMissingData": "breaching"
            }
            """)));
    }

    [Test]
    public async Task A_topic_is_told_of_alarms()
    {
        const string topic = "arn:aws:sns:eu-central-1:123456789012:alarms";
        var told = await StackRun.Prod(("alarmTopicArn", topic));
        var silent = await StackRun.Prod();

        Assert.That(told.All("MetricAlarm").Select(alarm => (string?)alarm.Inputs["alarmActions"]![0]), Is.All.EqualTo(topic));
        Assert.That(silent.All("MetricAlarm").Select(alarm => alarm.Inputs.ContainsKey("alarmActions")), Is.All.False);
    }

    [Test]
    public async Task The_dashboard_shows_the_API_every_function_the_table_and_what_the_collector_removed()
    {
        var run = await StackRun.Prod();

        var dashboard = run.The("Dashboard");

        var widgets = JsonNode.Parse(dashboard.Text("dashboardBody")!)!["widgets"]!.AsArray();
        var shown = widgets.SelectMany(widget => widget!["properties"]!["metrics"]!.AsArray()
            .Select(metric => $"{widget["properties"]!["stat"]} of {string.Join(' ', metric!.AsArray().Select(word => (string?)word))}"));
        var functions = run.All("Function").Select(function => function.Text("name")).ToList();
        Assert.That(dashboard.Text("dashboardName"), Is.EqualTo("image-service-prod"));
        Assert.That(widgets.Select(widget => (string?)widget!["properties"]!["region"]), Is.All.EqualTo("eu-central-1"));
        Assert.That(shown, Is.EquivalentTo(
        [
            .. OfApi("Sum", "Count", "4XXError", "5XXError"),
            .. OfApi("p99", "Latency", "IntegrationLatency"),
            .. functions.Select(function => $"p99 of AWS/Lambda Duration FunctionName {function}"),
            .. functions.Select(function => $"Sum of AWS/Lambda Errors FunctionName {function}"),
            .. functions.Select(function => $"Sum of AWS/Lambda Throttles FunctionName {function}"),
            .. functions.Select(function => $"Maximum of AWS/Lambda ConcurrentExecutions FunctionName {function}"),
            .. Of("AWS/DynamoDB", $"TableName {await run.TableName}", "ConsumedReadCapacityUnits", "ConsumedWriteCapacityUnits", "ReadThrottleEvents", "WriteThrottleEvents"),
            .. Of("ImageService", "Operation collectGarbage", "RemovedImages", "RemovedVariants", "NotRemoved"),
        ]));

        static IEnumerable<string> OfApi(string statistic, params string[] metrics) =>
            metrics.Select(metric => $"{statistic} of AWS/ApiGateway {metric} ApiName image-service-prod Stage dev");

        static IEnumerable<string> Of(string service, string dimension, params string[] metrics) =>
            metrics.Select(metric => $"Sum of {service} {metric} {dimension}");
    }

    [Test]
    public async Task LocalStack_is_not_watched()
    {
        var run = await StackRun.Local();

        Assert.That(run.All("MetricAlarm"), Is.Empty);
        Assert.That(run.All("Dashboard"), Is.Empty);
    }

    private static IEnumerable<string> Dimensions(Registered alarm) =>
        alarm.Inputs["dimensions"]!.AsObject().Select(dimension => $"{dimension.Key}={dimension.Value}");
}
