using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteDeployment.html</summary>
internal sealed class DeleteDeployment(ResourceStore resources) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var (apiId, id) = (request.RequiredText("restApiId"), request.RequiredText("deploymentId"));
        return change =>
        {
            var deployment = change.Deployment(apiId, id);
            if (change.List<StoredStage>($"{apiId}/").Any(stage => stage.DeploymentId == id))
                throw ApiErrors.BadRequest("Active stages pointing to this deployment must be moved or deleted");
            change.Delete<StoredDeployment>(deployment.Key);
            return ControlAnswer.Nothing;
        };
    }
}
