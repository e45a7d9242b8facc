using System.Text.Json.Nodes;
using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_GetStages.html</summary>
internal sealed class GetStages(ResourceStore resources) : ApiGatewayQuery(resources)
{
    protected override Func<IResources, ControlAnswer> Read(ControlRequest request)
    {
        var (apiId, deploymentId) = (request.RequiredText("restApiId"), request.Text("deploymentId"));
        return stored => new JsonObject
        {
            ["item"] = new JsonArray(
            [
                .. stored.List<StoredStage>($"{stored.Api(apiId).Id}/").Where(stage => deploymentId is not { Length: > 0 } || stage.DeploymentId == deploymentId).Select(StageAnswer.Of),
            ]),
        };
    }
}
