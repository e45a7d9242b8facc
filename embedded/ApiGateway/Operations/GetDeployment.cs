using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_GetDeployment.html</summary>
internal sealed class GetDeployment(ResourceStore resources) : ApiGatewayQuery(resources)
{
    protected override Func<IResources, ControlAnswer> Read(ControlRequest request)
    {
        var (apiId, id, embed) = (request.RequiredText("restApiId"), request.RequiredText("deploymentId"), SnapshotSummary.Read(request));
        return stored => SnapshotSummary.Answer(stored.Deployment(apiId, id), embed);
    }
}
