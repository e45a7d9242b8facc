using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_CreateResource.html</summary>
internal sealed class CreateResource(ResourceStore resources) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var (apiId, parentId, part) = (request.RequiredText("restApiId"), request.RequiredText("parentId"), request.RequiredText("pathPart"));
        return change =>
        {
            var parent = change.Resource(apiId, parentId);
            var id = change.NewId<StoredResource>(ApiIds.NewInApi, $"{apiId}/");
            PathParts.Verify(change, parent, part, id);
            var resource = new StoredResource(apiId, id, parentId, part, parent.PathOf(part));
            change.Put(resource.Key, resource);
            return ResourceEmbedding.Answer(change, resource, embed: false);
        };
    }
}
