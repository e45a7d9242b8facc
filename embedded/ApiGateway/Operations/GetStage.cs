using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_GetStage.html</summary>
internal sealed class GetStage(ResourceStore resources) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var (apiId, name) = (request.RequiredText("restApiId"), request.RequiredText("stageName"));
        return change => StageAnswer.Of(change.Stage(apiId, name));
    }
}
