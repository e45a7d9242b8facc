using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteResource.html</summary>
internal sealed class DeleteResource(ResourceStore resources) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var (apiId, id) = (request.RequiredText("restApiId"), request.RequiredText("resourceId"));
        return change =>
        {
            var resource = change.Resource(apiId, id);
            if (resource.ParentId is null)
                throw ApiErrors.BadRequest("Root resource cannot be deleted");
            Delete(change, resource);
            return ControlAnswer.Nothing;
        };
    }

    private static void Delete(ResourceChange change, StoredResource resource)
    {
        foreach (var child in PathParts.Children(change, resource))
            Delete(change, child);
        change.DeleteAll<StoredMethod>($"{resource.Key}/");
        change.Delete<StoredResource>(resource.Key);
    }
}
