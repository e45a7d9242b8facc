using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_GetGatewayResponse.html</summary>
internal sealed class GetGatewayResponse(ResourceStore resources) : ApiGatewayQuery(resources)
{
    protected override Func<IResources, ControlAnswer> Read(ControlRequest request)
    {
        var (apiId, type) = (request.RequiredText("restApiId"), request.RequiredText("responseType"));
        GatewayResponseRules.VerifyType(type);
        return stored => GatewayResponseAnswer.Of(stored, stored.Api(apiId), type);
    }
}
