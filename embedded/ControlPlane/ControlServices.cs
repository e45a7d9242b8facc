using EmbeddedAws.CloudWatch;
using EmbeddedAws.Iam;
using EmbeddedAws.Kms;
using EmbeddedAws.S3;
using EmbeddedAws.S3Control;
using EmbeddedAws.Sts;

namespace EmbeddedAws.ControlPlane;

/// <summary>The services that manage resources.</summary>
internal static class ControlServices
{
    public static IEnumerable<ControlService> All(ControlAuthentication authentication, IamService iam, ResourceStore resources, BucketTags tags, TimeProvider time) =>
    [
        new CloudWatchService(resources, time, authentication, iam),
        new S3ControlService(tags, authentication, iam),
        new TargetJsonService("kms", "TrentService", "ValidationException", [new DescribeKey()], authentication, iam),
        new QueryService("sts", "https://sts.amazonaws.com/doc/2011-06-15/", [new GetCallerIdentity()], authentication, iam),
    ];
}
