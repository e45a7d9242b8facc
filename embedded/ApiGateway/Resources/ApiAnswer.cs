using System.Text.Json.Nodes;

namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>Resources as API Gateway answers them. What is not set is left out.</summary>
internal static class ApiAnswer
{
    public static JsonObject Of(StoredApi api) => Given(new()
    {
        ["id"] = api.Id,
        ["name"] = api.Name,
        ["description"] = api.Description,
        ["version"] = api.Version,
        ["createdDate"] = api.Created.ToUnixTimeSeconds(),
        ["binaryMediaTypes"] = api.BinaryMediaTypes.Count > 0 ? new JsonArray([.. api.BinaryMediaTypes]) : null,
        ["apiKeySource"] = "HEADER",
        ["endpointConfiguration"] = new JsonObject { ["types"] = new JsonArray(api.EndpointType), ["ipAddressType"] = api.IpAddressType },
        ["tags"] = Map(api.Tags),
        ["disableExecuteApiEndpoint"] = api.DisableExecuteApiEndpoint,
        ["rootResourceId"] = api.RootResourceId,
    });

    /// <summary>A resource.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="methods">Its methods.</param>
    /// <param name="embed">Whether the methods are answered in full.</param>
    public static JsonObject Of(StoredResource resource, IEnumerable<StoredMethod> methods, bool embed)
    {
        var ofMethods = new JsonObject();
        foreach (var method in methods)
            ofMethods[method.HttpMethod] = embed ? Of(method) : [];
        return Given(new()
        {
            ["id"] = resource.Id,
            ["parentId"] = resource.ParentId,
            ["pathPart"] = resource.PathPart,
            ["path"] = resource.Path,
            ["resourceMethods"] = ofMethods.Count > 0 ? ofMethods : null,
        });
    }

    public static JsonObject Of(StoredMethod method) => Given(new()
    {
        ["httpMethod"] = method.HttpMethod,
        ["authorizationType"] = "NONE",
        ["apiKeyRequired"] = method.ApiKeyRequired,
        ["operationName"] = method.OperationName,
        ["requestParameters"] = Map(method.RequestParameters),
        ["requestModels"] = Map(method.RequestModels),
        ["methodIntegration"] = method.Integration is { } integration ? Of(integration) : null,
    });

    public static JsonObject Of(StoredIntegration integration) => new()
    {
        ["type"] = "AWS_PROXY",
        ["httpMethod"] = "POST",
        ["uri"] = integration.Uri,
        ["connectionType"] = "INTERNET",
        ["passthroughBehavior"] = integration.PassthroughBehavior,
        ["timeoutInMillis"] = integration.TimeoutInMillis,
        ["cacheNamespace"] = integration.CacheNamespace,
        ["cacheKeyParameters"] = new JsonArray(),
    };

    public static JsonObject Of(StoredDeployment deployment) => Given(new()
    {
        ["id"] = deployment.Id,
        ["description"] = deployment.Description,
        ["createdDate"] = deployment.Created.ToUnixTimeSeconds(),
    });

    public static JsonObject Of(StoredApiKey key, bool withValue) => Given(new()
    {
        ["id"] = key.Id,
        ["value"] = withValue ? key.Value : null,
        ["name"] = key.Name,
        ["customerId"] = key.CustomerId,
        ["description"] = key.Description,
        ["enabled"] = key.Enabled,
        ["createdDate"] = key.Created.ToUnixTimeSeconds(),
        ["lastUpdatedDate"] = key.Updated.ToUnixTimeSeconds(),
        ["stageKeys"] = new JsonArray(),
        ["tags"] = Map(key.Tags),
    });

    public static JsonObject OfPlanKey(StoredApiKey key, bool withValue) => Given(new()
    {
        ["id"] = key.Id,
        ["type"] = "API_KEY",
        ["value"] = withValue ? key.Value : null,
        ["name"] = key.Name,
    });

    /// <summary>A map; null where it is empty.</summary>
    public static JsonObject? Map<T>(IReadOnlyDictionary<string, T> map) =>
        map.Count > 0 ? new JsonObject(map.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)JsonValue.Create(entry.Value)))) : null;

    /// <summary>Leaves out what is null.</summary>
    public static JsonObject Given(JsonObject members)
    {
        foreach (var name in members.Where(member => member.Value is null).Select(member => member.Key).ToList())
            members.Remove(name);
        return members;
    }
}
