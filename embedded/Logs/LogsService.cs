using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam;

namespace EmbeddedAws.Logs;

/// <summary>CloudWatch Logs: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_Operations.html.</summary>
internal static class LogsService
{
    public static TargetJsonService Of(LogStore logs, ControlAuthentication authentication, IamService iam) => new(
        "logs",
        "Logs_20140328",
        "InvalidParameterException",
        () => LogsOperations.All(logs),
        authentication,
        iam);
}
