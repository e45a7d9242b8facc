namespace EmbeddedAws.ControlPlane;

/// <summary>
/// Names of resources in AWS's form (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html). There is one account and one region.
/// </summary>
public static class Arn
{
    /// <summary>The account.</summary>
    public const string Account = "000000000000";

    /// <summary>The region.</summary>
    public const string Region = "us-east-1";

    /// <summary>The user of this machine: every caller that is not a role.</summary>
    public const string Developer = $"arn:aws:iam::{Account}:user/developer";

    /// <summary>The id of <see cref="Developer"/>.</summary>
    public const string DeveloperId = "AIDAEMBEDDEDCLOUD0000";

    /// <summary>The name of a resource that belongs to a region: <c>arn:aws:lambda:us-east-1:000000000000:function:resize</c>.</summary>
    /// <param name="service">The service: <c>lambda</c>.</param>
    /// <param name="resource">The resource: <c>function:resize</c>.</param>
    public static string Of(string service, string resource) => $"arn:aws:{service}:{Region}:{Account}:{resource}";

    /// <summary>The name of a resource of IAM, which belongs to no region: <c>arn:aws:iam::000000000000:role/resizer</c>.</summary>
    /// <param name="resource">The resource: <c>role/resizer</c>.</param>
    public static string OfIam(string resource) => $"arn:aws:iam::{Account}:{resource}";
}
