using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam;
using EmbeddedAws.Logs.Operations;

namespace EmbeddedAws.Logs;

/// <summary>CloudWatch Logs: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_Operations.html.</summary>
internal static class LogsService
{
    public static TargetJsonService Of(LogStore logs, ControlAuthentication authentication, IamService iam) => new(
        "logs",
        "Logs_20140328",
        "InvalidParameterException",
        () =>
        [
            new CreateLogGroup(logs), new DeleteLogGroup(logs), new DescribeLogGroups(logs), new PutRetentionPolicy(logs), new DeleteRetentionPolicy(logs),
            new ListTagsForResource(logs), new TagResource(logs), new UntagResource(logs),
            new CreateLogStream(logs), new DescribeLogStreams(logs), new PutLogEvents(logs), new GetLogEvents(logs), new FilterLogEvents(logs),
        ],
        authentication,
        iam);
}
