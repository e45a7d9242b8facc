using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateResource.html</summary>
internal sealed class UpdateResource(ResourceStore resources) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var (apiId, id, patches) = (request.RequiredText("restApiId"), request.RequiredText("resourceId"), Patch.Of(request));
        return change =>
        {
            var resource = patches.Aggregate(change.Resource(apiId, id), Apply);
            if (resource.ParentId is null)
                throw ApiErrors.BadRequest("Root resource cannot be updated");
            var parent = change.Resource(apiId, resource.ParentId);
            if (IsBelow(change, parent, id))
                throw ApiErrors.BadRequest("A resource cannot be below itself");
            PathParts.Verify(change, parent, resource.PathPart!, id);
            Move(change, resource with { Path = parent.PathOf(resource.PathPart!) });
            return ResourceEmbedding.Answer(change, change.Resource(apiId, id), embed: false);
        };
    }

    private static StoredResource Apply(StoredResource resource, Patch patch) => patch switch
    {
        { Op: "replace", Path: "/pathPart" } => resource with { PathPart = patch.Text },
        { Op: "replace", Path: "/parentId" } => resource with { ParentId = resource.ParentId is null ? null : patch.Text },
        _ => throw patch.Unknown,
    };

    private static bool IsBelow(ResourceChange change, StoredResource resource, string id) =>
        resource.Id == id || (resource.ParentId is { } parent && IsBelow(change, change.Resource(resource.ApiId, parent), id));

    /// <summary>The paths of what is below it change too.</summary>
    private static void Move(ResourceChange change, StoredResource resource)
    {
        change.Put(resource.Key, resource);
        foreach (var child in PathParts.Children(change, resource))
            Move(change, child with { Path = resource.PathOf(child.PathPart!) });
    }
}
