using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>What a stage may be.</summary>
internal static class StageRules
{
    private static readonly string[] Unsupported = ["variables", "canarySettings", "documentationVersion", "clientCertificateId", "cacheClusterEnabled", "cacheClusterSize", "webAclArn"];

    public static void VerifyDeployment(IResources resources, StoredStage stage)
    {
        if (resources.Find<StoredDeployment>($"{stage.ApiId}/{stage.DeploymentId}") is null)
            throw ApiErrors.BadRequest("Deployment id does not exist");
    }

    /// <summary>Whether a path is that of a setting of methods, and not of the stage: <c>/*/*/throttling/rateLimit</c>.</summary>
    public static bool IsOfMethods(string path) => path.Split('/') is ["", var first, _, ..] && !Unsupported.Contains(first) && first != "accessLogSettings";

    /// <summary>Where the lines of an access log go: a log group, or a stream of Firehose.</summary>
    public static string? VerifiedLog(Patch patch) =>
        patch.Value is null || patch.Text.StartsWith("arn:aws:logs:", StringComparison.Ordinal) || patch.Text.StartsWith("arn:aws:firehose:", StringComparison.Ordinal)
            ? patch.Value?.TrimEnd('*').TrimEnd(':')
            : throw ApiErrors.BadRequest("Invalid ARN specified in the request");
}
