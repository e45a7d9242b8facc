namespace ImageService.Stack.Settings;

/// <summary>When CloudWatch raises an alarm.</summary>
public sealed record AlarmSettings
{
    /// <summary>What the names of the alarms and the dashboard begin with.</summary>
    public required string Prefix { get; init; }

    /// <summary>The SNS topic that receives the alarms; null for none.</summary>
    public string? TopicArn { get; init; }

    /// <summary>The share of requests that may end in a 5xx.</summary>
    public required double ServerErrorRate { get; init; }

    /// <summary>How long the slowest hundredth of the requests may take.</summary>
    public required double LatencyMilliseconds { get; init; }
}
