using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_GetStage.html</summary>
internal sealed class GetStage(ResourceStore resources) : ApiGatewayQuery(resources)
{
    protected override Func<IResources, ControlAnswer> Read(ControlRequest request)
    {
        var (apiId, name) = (request.RequiredText("restApiId"), request.RequiredText("stageName"));
        return stored => StageAnswer.Of(stored.Stage(apiId, name));
    }
}
