namespace ImageService.Stack.Monitoring;

/// <summary>Alarms for what hurts clients, and a dashboard to find out why.</summary>
public sealed class ServiceMonitoring : ComponentResource
{
    /// <summary>Declares the alarms and the dashboard; nothing else depends on them.</summary>
    public ServiceMonitoring(string name, ServiceMonitoringArgs args, ComponentResourceOptions? options = null)
        : base("image-service:observability:Observatory", name, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        foreach (var alarm in Alarms.Of(args))
            _ = new Aws.CloudWatch.MetricAlarm($"{name}-{alarm.Name}", alarm.ToArgs(args.Settings), child);
        _ = new Aws.CloudWatch.Dashboard(
            $"{name}-dashboard", new() { DashboardName = args.Settings.Prefix, DashboardBody = Dashboard.Body(args) }, child);
        RegisterOutputs();
    }
}
