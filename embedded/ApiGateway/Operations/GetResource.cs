using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_GetResource.html</summary>
internal sealed class GetResource(ResourceStore resources) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var (apiId, id, embed) = (request.RequiredText("restApiId"), request.RequiredText("resourceId"), ResourceEmbedding.Read(request));
        return change => ResourceEmbedding.Answer(change, change.Resource(apiId, id), embed);
    }
}
