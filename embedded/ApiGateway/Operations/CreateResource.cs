using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_CreateResource.html</summary>
internal sealed class CreateResource(ResourceStore resources) : ApiGatewayOperation(resources)
{
    /// <summary>Of an API, the root among them: https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html.</summary>
    private const int MostResources = 300;

    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var (apiId, parentId, part) = (request.RequiredText("restApiId"), request.RequiredText("parentId"), request.RequiredText("pathPart"));
        return change =>
        {
            var parent = change.Resource(apiId, parentId);
            if (change.List<StoredResource>($"{apiId}/").Count >= MostResources)
                throw ApiErrors.LimitExceeded("Maximum number of resources for this API has been reached. Please contact AWS if you need additional resources.");
            var id = change.NewId<StoredResource>(ApiIds.NewInApi, $"{apiId}/");
            PathParts.Verify(change, parent, part, id);
            var resource = new StoredResource(apiId, id, parentId, part, parent.PathOf(part));
            change.Put(resource.Key, resource);
            return ResourceEmbedding.Answer(change, resource, embed: false);
        };
    }
}
