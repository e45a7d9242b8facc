using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Logs;

/// <summary>CloudWatch Logs: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_Operations.html.</summary>
internal static class LogsService
{
    public static TargetJsonService Of(LogStore logs, ControlAuthentication authentication) => new(
        "logs",
        "Logs_20140328",
        "InvalidParameterException",
        () => LogsOperations.All(logs),
        authentication);
}
