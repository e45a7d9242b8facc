using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteIntegration.html</summary>
internal sealed class DeleteIntegration(ResourceStore resources) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var (apiId, resourceId, httpMethod) = (request.RequiredText("restApiId"), request.RequiredText("resourceId"), request.RequiredText("httpMethod"));
        return change =>
        {
            var method = change.Method(apiId, resourceId, httpMethod);
            _ = method.Integration();
            change.Put(method.Key, method with { Integration = null });
            return ControlAnswer.Nothing;
        };
    }
}
