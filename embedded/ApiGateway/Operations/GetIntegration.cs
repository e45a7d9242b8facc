using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_GetIntegration.html</summary>
internal sealed class GetIntegration(ResourceStore resources) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var (apiId, resourceId, httpMethod) = (request.RequiredText("restApiId"), request.RequiredText("resourceId"), request.RequiredText("httpMethod"));
        return change => ApiAnswer.Of(change.Method(apiId, resourceId, httpMethod).Integration());
    }
}
