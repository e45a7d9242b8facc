using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_GetResource.html</summary>
internal sealed class GetResource(ResourceStore resources) : ApiGatewayQuery(resources)
{
    protected override Func<IResources, ControlAnswer> Read(ControlRequest request)
    {
        var (apiId, id, embed) = (request.RequiredText("restApiId"), request.RequiredText("resourceId"), ResourceEmbedding.Read(request));
        return stored => ResourceEmbedding.Answer(stored, stored.Resource(apiId, id), embed);
    }
}
