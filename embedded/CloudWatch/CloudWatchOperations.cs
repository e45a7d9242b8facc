using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.CloudWatch;

/// <summary>The operations of CloudWatch: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_Operations.html.</summary>
internal static class CloudWatchOperations
{
    public static IReadOnlyList<IControlOperation> All(ResourceStore resources, TimeProvider time) =>
    [
        new PutMetricAlarm(resources, time),
        new DescribeAlarms(resources),
        new DeleteAlarms(resources),
        new PutDashboard(resources, time),
        new GetDashboard(resources),
        new ListDashboards(resources),
        new DeleteDashboards(resources),
        new ListTagsForResource(resources),
        new TagResource(resources),
        new UntagResource(resources),
    ];
}
