using EmbeddedAws.ControlPlane;
using EmbeddedAws.Logs.Operations;

namespace EmbeddedAws.Logs;

/// <summary>The operations of CloudWatch Logs: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_Operations.html.</summary>
internal static class LogsOperations
{
    public static IReadOnlyList<IControlOperation> All(LogStore logs) =>
    [
        new CreateLogGroup(logs), new DeleteLogGroup(logs), new DescribeLogGroups(logs), new PutRetentionPolicy(logs), new DeleteRetentionPolicy(logs),
        new ListTagsForResource(logs), new TagResource(logs), new UntagResource(logs),
        new CreateLogStream(logs), new DescribeLogStreams(logs), new PutLogEvents(logs), new GetLogEvents(logs), new FilterLogEvents(logs),
    ];
}
