using System.Text.Json;

namespace ImageService.Stack.Monitoring;

/// <summary>https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html.</summary>
internal static class Dashboard
{
    public static Output<string> Body(ServiceMonitoringArgs args)
    {
        var functions = Output.All(args.Functions.Values);
        var region = Aws.GetRegion.Invoke().Apply(answer => answer.Region);
        return Output.Tuple(args.ApiName.ToOutput(), args.TableName.ToOutput(), functions, region).Apply(names =>
            Body(names.Item4, Widgets(names.Item1, args.Stage, names.Item2, names.Item3)));
    }

    private static string Body(string region, IEnumerable<Widget> widgets) => JsonSerializer.Serialize(new
    {
        widgets = widgets.Select((widget, at) => new
        {
            type = "metric",
            x = at % 2 * 12,
            y = at / 2 * 6,
            width = 12,
            height = 6,
            properties = new { title = widget.Title, region, stat = widget.Statistic, period = 300, metrics = widget.Metrics },
        }),
    });

    private static IEnumerable<Widget> Widgets(string api, string stage, string table, IReadOnlyList<string> functions)
    {
        yield return new("Requests", "Sum", OfApi("Count", "4XXError", "5XXError"));
        yield return new("Latency (p99, ms)", "p99", OfApi("Latency", "IntegrationLatency"));
        yield return new("Duration by function (p99, ms)", "p99", OfFunctions("Duration"));
        yield return new("Errors by function", "Sum", OfFunctions("Errors", "Throttles"));
        yield return new("Requests at once by function", "Maximum", OfFunctions("ConcurrentExecutions"));
        yield return new("Capacity of the table", "Sum", OfTable("ConsumedReadCapacityUnits", "ConsumedWriteCapacityUnits"));
        yield return new("Throttled by the table", "Sum", OfTable("ReadThrottleEvents", "WriteThrottleEvents"));
        yield return new("Removed without an image", "Sum", OfCollector("RemovedImages", "RemovedVariants", "NotRemoved"));

        string[][] OfApi(params string[] metrics) =>
            [.. metrics.Select(metric => new[] { "AWS/ApiGateway", metric, "ApiName", api, "Stage", stage })];

        string[][] OfFunctions(params string[] metrics) =>
            [.. metrics.SelectMany(metric => functions.Select(function => new[] { "AWS/Lambda", metric, "FunctionName", function }))];

        string[][] OfCollector(params string[] metrics) =>
            [.. metrics.Select(metric => new[] { "ImageService", metric, "Operation", "collectGarbage" })];

        string[][] OfTable(params string[] metrics) =>
            [.. metrics.Select(metric => new[] { "AWS/DynamoDB", metric, "TableName", table })];
    }

    private sealed record Widget(string Title, string Statistic, string[][] Metrics);
}
