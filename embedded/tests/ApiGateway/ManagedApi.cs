using System.Text.Json.Nodes;

namespace EmbeddedAws.Tests.ApiGateway;

/// <summary>An API that a test makes through the operations of API Gateway.</summary>
internal sealed class ManagedApi(EmbeddedCloud cloud, string id, string rootId)
{
    public string Id => id;

    public string RootId => rootId;

    /// <summary>An API without resources, with the id <c>images</c>.</summary>
    public static async Task<ManagedApi> CreateAsync(EmbeddedCloud cloud, string members = """{"name":"images","binaryMediaTypes":["*/*"],"tags":{"_custom_id_":"images"}}""")
    {
        var api = await cloud.CallAsync("apigateway", "CreateRestApi", members);
        return new ManagedApi(cloud, (string)api["id"]!, (string)api["rootResourceId"]!);
    }

    /// <summary>An API with <c>GET /images/{id}</c>, which the stage <c>dev</c> serves.</summary>
    public static async Task<ManagedApi> DeployAsync(EmbeddedCloud cloud, bool key = false, string function = "get", Func<JsonNode, Task<string>>? code = null)
    {
        var api = await CreateAsync(cloud);
        await api.AddMethodAsync("/images/{id}", "GET", function, key, code: code);
        await api.CallAsync("CreateStage", $$"""{"stageName":"dev","deploymentId":"{{await api.DeploymentAsync()}}"}""");
        return api;
    }

    /// <summary>Calls an operation on the API.</summary>
    public Task<JsonObject> CallAsync(string operation, string members = "{}") => cloud.CallAsync("apigateway", operation, With(members).ToJsonString());

    /// <summary>How an operation on the API is refused.</summary>
    public Task<string?> RefusalAsync(string operation, string members = "{}") => cloud.RefusalAsync("apigateway", operation, With(members).ToJsonString());

    /// <summary>Changes the stage <c>dev</c>.</summary>
    public Task<JsonObject> PatchStageAsync(string path, string value, string op = "replace") =>
        CallAsync("UpdateStage", $$"""{"stageName":"dev","patchOperations":[{"op":"{{op}}","path":"{{path}}","value":"{{value}}"}]}""");

    /// <summary>Makes a method, with the resources of its path, that a function answers.</summary>
    public async Task AddMethodAsync(string path, string httpMethod, string function, bool key = false, int timeout = 29_000, Func<JsonNode, Task<string>>? code = null)
    {
        await InvokedFunction.CreateAsync(cloud, function, code);
        var at = new JsonObject { ["resourceId"] = await ResourceAsync(path), ["httpMethod"] = httpMethod };
        await CallAsync("PutMethod", Merge(at, $$"""{"authorizationType":"NONE","apiKeyRequired":{{(key ? "true" : "false")}}}"""));
        await CallAsync("PutIntegration", Merge(at, $$"""{"type":"AWS_PROXY","integrationHttpMethod":"POST","timeoutInMillis":{{timeout}},"uri":"{{UriOf(function)}}"}"""));
    }

    /// <summary>The id of the resource with a path, which is made where it is missing.</summary>
    public async Task<string> ResourceAsync(string path)
    {
        if (path == "/")
            return RootId;
        var known = (await CallAsync("GetResources", """{"limit":500}"""))["item"]!.AsArray().FirstOrDefault(resource => (string?)resource!["path"] == path);
        if (known is not null)
            return (string)known["id"]!;
        var end = path.LastIndexOf('/');
        var parent = await ResourceAsync(end == 0 ? "/" : path[..end]);
        return (string)(await CallAsync("CreateResource", $$"""{"parentId":"{{parent}}","pathPart":"{{path[(end + 1)..]}}"}"""))["id"]!;
    }

    /// <summary>The id of a new deployment.</summary>
    public async Task<string> DeploymentAsync() => (string)(await CallAsync("CreateDeployment"))["id"]!;

    /// <summary>The URL of a path of the stage <c>dev</c>.</summary>
    public Uri Url(string path, string stage = "dev") => new(cloud.Endpoint, $"restapis/{id}/{stage}/_user_request_{path}");

    /// <summary>The URI that invokes a function.</summary>
    public static string UriOf(string function) =>
        $"arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:{function}/invocations";

    private static string Merge(JsonObject members, string others)
    {
        var all = members.DeepClone().AsObject();
        foreach (var (name, value) in JsonNode.Parse(others)!.AsObject())
            all[name] = value?.DeepClone();
        return all.ToJsonString();
    }

    private JsonObject With(string members)
    {
        var all = JsonNode.Parse(members)!.AsObject();
        all["restApiId"] = id;
        return all;
    }
}
