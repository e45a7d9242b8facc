using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateDeployment.html</summary>
internal sealed class UpdateDeployment(ResourceStore resources) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var (apiId, id, patches) = (request.RequiredText("restApiId"), request.RequiredText("deploymentId"), Patch.Of(request));
        return change =>
        {
            var deployment = patches.Aggregate(change.Deployment(apiId, id), Apply);
            change.Put(deployment.Key, deployment);
            return ApiAnswer.Of(deployment);
        };
    }

    private static StoredDeployment Apply(StoredDeployment deployment, Patch patch) =>
        patch.Path == "/description" ? deployment with { Description = patch.Value } : throw patch.Unknown;
}
