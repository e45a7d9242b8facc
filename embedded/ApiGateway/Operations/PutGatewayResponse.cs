using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_PutGatewayResponse.html</summary>
internal sealed class PutGatewayResponse(ResourceStore resources) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var (apiId, type, status) = (request.RequiredText("restApiId"), request.RequiredText("responseType"), request.Text("statusCode"));
        var response = new StoredGatewayResponse(apiId, type, status is { Length: > 0 } ? GatewayResponseRules.VerifiedStatus(status) : null)
        {
            Parameters = request.Texts("responseParameters"),
            Templates = request.Texts("responseTemplates"),
        };
        GatewayResponseRules.Verify(response);
        return change =>
        {
            _ = change.Api(apiId);
            change.Put(response.Key, response);
            return GatewayResponseAnswer.Of(response, isDefault: false);
        };
    }
}
