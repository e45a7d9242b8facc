using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>Takes what an API has, for a deployment.</summary>
internal static class Snapshot
{
    public static StoredDeployment Take(IResources resources, StoredApi api, string id, DateTimeOffset time)
    {
        var paths = resources.List<StoredResource>($"{api.Id}/").ToDictionary(resource => resource.Id, resource => resource.Path);
        var methods = resources.List<StoredMethod>($"{api.Id}/");
        if (methods.Count == 0)
            throw ApiErrors.BadRequest("The REST API doesn't contain any methods");
        return new StoredDeployment(
            api.Id, id, time, [.. methods.Select(method => Take(method, paths[method.ResourceId]))], resources.List<StoredGatewayResponse>($"{api.Id}/"), api.BinaryMediaTypes);
    }

    private static SnapshotMethod Take(StoredMethod method, string path)
    {
        var integration = method.Integration ?? throw ApiErrors.BadRequest("No integration defined for method");
        return new SnapshotMethod(path, method.HttpMethod, method.ApiKeyRequired, IntegrationRules.FunctionOf(integration), integration.TimeoutInMillis);
    }
}
