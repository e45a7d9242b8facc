using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteGatewayResponse.html</summary>
internal sealed class DeleteGatewayResponse(ResourceStore resources) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var (apiId, type) = (request.RequiredText("restApiId"), request.RequiredText("responseType"));
        GatewayResponseRules.VerifyType(type);
        return change =>
        {
            var key = $"{change.Api(apiId).Id}/{type}";
            if (change.Find<StoredGatewayResponse>(key) is null)
                throw ApiErrors.NotFound("Gateway response type not defined on api");
            change.Delete<StoredGatewayResponse>(key);
            return ControlAnswer.Nothing;
        };
    }
}
