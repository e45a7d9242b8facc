using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_GetResources.html</summary>
internal sealed class GetResources(ResourceStore resources) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var (apiId, page, embed) = (request.RequiredText("restApiId"), ApiPage.Of(request), ResourceEmbedding.Read(request));
        return change => page.Answer(
            change.List<StoredResource>($"{change.Api(apiId).Id}/"), resource => resource.Id, resource => ResourceEmbedding.Answer(change, resource, embed));
    }
}
