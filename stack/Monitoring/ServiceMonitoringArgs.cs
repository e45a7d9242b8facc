using ImageService.Stack.Settings;

namespace ImageService.Stack.Monitoring;

/// <summary>What <see cref="ServiceMonitoring"/> is made from.</summary>
public sealed class ServiceMonitoringArgs : ResourceArgs
{
    /// <summary>When an alarm is raised.</summary>
    public required AlarmSettings Settings { get; init; }

    /// <summary>The stage that is watched.</summary>
    public required string Stage { get; init; }

    /// <summary>The name of the API.</summary>
    [Input("apiName", required: true)]
    public required Input<string> ApiName { get; init; }

    /// <summary>The names of the functions, by their names in this program.</summary>
    public required IReadOnlyDictionary<string, Output<string>> Functions { get; init; }

    /// <summary>The name of the table.</summary>
    [Input("tableName", required: true)]
    public required Input<string> TableName { get; init; }
}
