using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_GetGatewayResponse.html</summary>
internal sealed class GetGatewayResponse(ResourceStore resources) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var (apiId, type) = (request.RequiredText("restApiId"), request.RequiredText("responseType"));
        GatewayResponseRules.VerifyType(type);
        return change => GatewayResponseAnswer.Of(change, change.Api(apiId), type);
    }
}
