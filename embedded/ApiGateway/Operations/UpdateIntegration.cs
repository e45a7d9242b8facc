using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateIntegration.html</summary>
internal sealed class UpdateIntegration(ResourceStore resources) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var (apiId, resourceId, httpMethod) = (request.RequiredText("restApiId"), request.RequiredText("resourceId"), request.RequiredText("httpMethod"));
        var patches = Patch.Of(request);
        return change =>
        {
            var method = change.Method(apiId, resourceId, httpMethod);
            var integration = patches.Aggregate(method.Integration(), Apply);
            change.Put(method.Key, method with { Integration = integration });
            return ApiAnswer.Of(integration);
        };
    }

    private static StoredIntegration Apply(StoredIntegration integration, Patch patch)
    {
        if (patch.IsRemove)
            throw patch.Unknown;
        switch (patch.Path)
        {
            case "/uri":
                return integration with { Uri = IntegrationRules.VerifiedUri(patch.Text) };
            case "/timeoutInMillis":
                return integration with { TimeoutInMillis = IntegrationRules.VerifiedTimeout(patch.Number) };
            case "/passthroughBehavior":
                return integration with { PassthroughBehavior = IntegrationRules.VerifiedPassthrough(patch.Text) };
            case "/cacheNamespace":
                return integration with { CacheNamespace = patch.Text };
            case "/type":
                IntegrationRules.VerifyType(patch.Text);
                return integration;
            case "/httpMethod":
                IntegrationRules.VerifyHttpMethod(patch.Text);
                return integration;
            case "/connectionType":
                IntegrationRules.VerifyConnection(patch.Text);
                return integration;
            case "/responseTransferMode":
                IntegrationRules.VerifyTransfer(patch.Text);
                return integration;
            default:
                throw patch.Unknown;
        }
    }
}
