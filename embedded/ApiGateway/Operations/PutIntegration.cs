using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html</summary>
internal sealed class PutIntegration(ResourceStore resources) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var (apiId, resourceId, httpMethod) = (request.RequiredText("restApiId"), request.RequiredText("resourceId"), request.RequiredText("httpMethod"));
        IntegrationRules.VerifyType(request.RequiredText("type"));
        IntegrationRules.VerifyHttpMethod(request.Text("integrationHttpMethod"));
        IntegrationRules.VerifyConnection(request.Text("connectionType"));
        IntegrationRules.VerifyTransfer(request.Text("responseTransferMode"));
        var uri = IntegrationRules.VerifiedUri(request.Text("uri"));
        var timeout = IntegrationRules.VerifiedTimeout(request.Number("timeoutInMillis"));
        var passthrough = IntegrationRules.VerifiedPassthrough(request.Text("passthroughBehavior"));
        var cache = request.Text("cacheNamespace") is { Length: > 0 } named ? named : resourceId;
        return change =>
        {
            var method = change.Method(apiId, resourceId, httpMethod) with
            {
                Integration = new StoredIntegration(uri, cache) { TimeoutInMillis = timeout, PassthroughBehavior = passthrough },
            };
            change.Put(method.Key, method);
            return ApiAnswer.Of(method.Integration);
        };
    }
}
