namespace ImageService.Stack.Monitoring;

/// <summary>What hurts clients: errors, slowness, and requests that are turned away.</summary>
internal static class Alarms
{
    public static IEnumerable<Alarm> Of(ServiceMonitoringArgs args)
    {
        const string gateway = "AWS/ApiGateway";
        const string lambda = "AWS/Lambda";
        var settings = args.Settings;
        var api = new InputMap<string> { ["ApiName"] = args.ApiName, ["Stage"] = args.Stage };
        // 5XXError is 0 or 1 for each request: its average is the rate.
        yield return new("server-errors", "Too many requests end in a 5xx.", gateway, "5XXError", api, "Average", settings.ServerErrorRate);
        yield return new("latency", "The slowest hundredth takes too long.", gateway, "Latency", api, "p99", settings.LatencyMilliseconds);
        foreach (var (name, function) in args.Functions)
        {
            var one = new InputMap<string> { ["FunctionName"] = function };
            yield return new($"{name}-errors", $"{name} fails or takes too long.", lambda, "Errors", one, "Sum", 0);
            yield return new($"{name}-throttles", $"{name} may not run as often at once as it is called.", lambda, "Throttles", one, "Sum", 0);
        }
    }
}
