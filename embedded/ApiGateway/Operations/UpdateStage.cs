using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateStage.html</summary>
internal sealed class UpdateStage(ResourceStore resources, TimeProvider time) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var (apiId, name, patches) = (request.RequiredText("restApiId"), request.RequiredText("stageName"), Patch.Of(request));
        return change =>
        {
            var stage = patches.Aggregate(change.Stage(apiId, name), Apply) with { Updated = time.GetUtcNow() };
            StageRules.VerifyDeployment(change, stage);
            change.Put(stage.Key, stage);
            return StageAnswer.Of(stage);
        };
    }

    private static StoredStage Apply(StoredStage stage, Patch patch) => patch switch
    {
        { Op: "replace", Path: "/deploymentId" } => stage with { DeploymentId = patch.Text },
        { Path: "/description" } => stage with { Description = patch.Value },
        { Op: "replace", Path: "/tracingEnabled" } => stage with { TracingEnabled = patch.Boolean },
        { Op: "remove", Path: "/accessLogSettings" } => stage with { AccessLogDestination = null, AccessLogFormat = null },
        { Path: "/accessLogSettings/destinationArn" } => stage with { AccessLogDestination = StageRules.VerifiedLog(patch) },
        { Path: "/accessLogSettings/format" } => stage with { AccessLogFormat = patch.Value },
        { Op: "replace", Path: "/cacheClusterEnabled", Text: "false" } => stage,
        _ when StageRules.IsOfMethods(patch.Path) => stage with { MethodSettings = MethodSettingPatch.Apply(stage.MethodSettings, patch) },
        _ => throw patch.Unknown,
    };
}
