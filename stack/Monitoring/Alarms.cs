using ImageService.Handlers.Routing;

namespace ImageService.Stack.Monitoring;

/// <summary>What hurts clients: errors, slowness, requests that are turned away, and images that are damaged; and a collector that does not run.</summary>
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
        // One is lost among many answers, and matters.
        foreach (var name in new[] { nameof(Operation.GetImage), nameof(Operation.RenderImage) })
        {
            yield return new(
                $"{name}-damaged", "The bytes of an image are missing, incomplete or altered: the log of the function has its id.", "ImageService", "DamagedImages",
                new InputMap<string> { ["FunctionName"] = args.Functions[name] }, "Sum", 0);
        }

        // Nobody notices that it does not run: no client waits for it.
        yield return new(
            "collector-stopped", "The collector has not run for two days: what belongs to no image stays in the bucket.", lambda, "Invocations",
            new InputMap<string> { ["FunctionName"] = args.Functions["CollectGarbage"] }, "Sum", 1)
        {
            Comparison = "LessThanThreshold",
            Period = 24 * 60 * 60,
            Periods = 2,
            MissingData = "breaching",
        };

        foreach (var (name, function) in args.Functions)
        {
            var one = new InputMap<string> { ["FunctionName"] = function };
            yield return new($"{name}-errors", $"{name} fails or takes too long.", lambda, "Errors", one, "Sum", 0);
            yield return new($"{name}-throttles", $"{name} may not run as often at once as it is called.", lambda, "Throttles", one, "Sum", 0);
        }
    }
}
