using ImageService.Stack.Settings;

namespace ImageService.Stack.Monitoring;

/// <summary>The arguments of <see cref="ServiceMonitoring"/>.</summary>
public sealed class ServiceMonitoringArgs : ResourceArgs
{
    /// <summary>The thresholds, and where alarms go.</summary>
    public required AlarmSettings Settings { get; init; }

    /// <summary>The stage, a dimension of the metrics of the API.</summary>
    public required string Stage { get; init; }

    /// <summary>The API, a dimension of its metrics.</summary>
    [Input("apiName", required: true)]
    public required Input<string> ApiName { get; init; }

    /// <summary>The names of the functions, by their names in this program.</summary>
    public required IReadOnlyDictionary<string, Output<string>> Functions { get; init; }

    /// <summary>The table, a dimension of its metrics.</summary>
    [Input("tableName", required: true)]
    public required Input<string> TableName { get; init; }
}
