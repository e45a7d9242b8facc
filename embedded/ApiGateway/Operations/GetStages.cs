using System.Text.Json.Nodes;
using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_GetStages.html</summary>
internal sealed class GetStages(ResourceStore resources) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var (apiId, deploymentId) = (request.RequiredText("restApiId"), request.Text("deploymentId"));
        return change => new JsonObject
        {
            ["item"] = new JsonArray(
            [
                .. change.List<StoredStage>($"{change.Api(apiId).Id}/").Where(stage => deploymentId is not { Length: > 0 } || stage.DeploymentId == deploymentId).Select(StageAnswer.Of),
            ]),
        };
    }
}
