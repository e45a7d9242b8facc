using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_GetResources.html</summary>
internal sealed class GetResources(ResourceStore resources) : ApiGatewayQuery(resources)
{
    protected override Func<IResources, ControlAnswer> Read(ControlRequest request)
    {
        var (apiId, page, embed) = (request.RequiredText("restApiId"), ApiPage.Of(request), ResourceEmbedding.Read(request));
        return stored => page.Answer(
            stored.List<StoredResource>($"{stored.Api(apiId).Id}/"), resource => resource.Id, resource => ResourceEmbedding.Answer(stored, resource, embed));
    }
}
