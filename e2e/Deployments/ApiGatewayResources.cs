using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using EmbeddedAws.ApiGateway;

namespace ImageService.E2E.Deployments;

/// <summary>The REST API. It is put together from what was registered once the program has ended.</summary>
internal sealed class ApiGatewayResources(LambdaResources lambda, UsagePlanResources plans)
{
    private const string RootId = "root";

    private static readonly string[] AnyMethods = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

    private readonly ConcurrentDictionary<string, (string Parent, string Part)> _resources = [];
    private readonly ConcurrentDictionary<(string Resource, string Method), bool> _methods = [];
    private readonly ConcurrentDictionary<(string Resource, string Method), string> _integrations = [];
    private readonly ConcurrentDictionary<string, GatewayResponse> _responses = [];
    private string _id = "";
    private string? _stage;
    private int _made;

    private string ExecutionArn => Aws.Arn("execute-api", _id);

    public Task<Created> CreateApi(Inputs inputs)
    {
        _id = (string)inputs.Node("tags")!["_custom_id_"]!;
        inputs.Expect("endpointConfiguration", """{"types":"REGIONAL"}""");
        inputs.Expect("binaryMediaTypes", """["*/*","image/*"]""");
        inputs.WithoutEffect("name", "description");
        return Task.FromResult(new Created(_id, ("rootResourceId", RootId), ("executionArn", ExecutionArn)));
    }

    public Task<Created> CreateResource(Inputs inputs)
    {
        var id = $"resource-{Interlocked.Increment(ref _made)}";
        inputs.WithoutEffect("restApi");
        _resources[id] = (inputs.Required("parentId"), inputs.Required("pathPart"));
        return Task.FromResult(new Created(id));
    }

    public Task<Created> PutMethod(Inputs inputs)
    {
        inputs.Expect("authorization", "\"NONE\"");
        inputs.WithoutEffect("restApi");
        _methods[(inputs.Required("resourceId"), inputs.Required("httpMethod"))] = (bool)inputs.Node("apiKeyRequired")!;
        return Task.FromResult(new Created($"method-{Interlocked.Increment(ref _made)}"));
    }

    public Task<Created> PutIntegration(Inputs inputs)
    {
        inputs.Expect("type", "\"AWS_PROXY\"");
        inputs.Expect("integrationHttpMethod", "\"POST\"");
        inputs.WithoutEffect("restApi");
        _integrations[(inputs.Required("resourceId"), inputs.Required("httpMethod"))] = inputs.Required("uri");
        return Task.FromResult(new Created($"integration-{Interlocked.Increment(ref _made)}"));
    }

    public Task<Created> PutGatewayResponse(Inputs inputs)
    {
        var type = inputs.Required("responseType");
        inputs.WithoutEffect("restApiId");
        _responses[type] = new GatewayResponse(
            int.Parse(inputs.Required("statusCode"), System.Globalization.CultureInfo.InvariantCulture),
            (string)inputs.Node("responseTemplates")!["application/json"]!,
            inputs.Node("responseParameters")!.AsObject().ToDictionary(
                parameter => parameter.Key["gatewayresponse.header.".Length..], parameter => ((string)parameter.Value!).Trim('\'')));
        return Task.FromResult(new Created($"{_id}-{type}"));
    }

    public Task<Created> CreateDeployment(Inputs inputs)
    {
        inputs.WithoutEffect("restApi");
        if (inputs.Node("triggers") is not JsonObject { Count: > 0 })
            throw new NotSupportedException("A deployment without triggers is never made anew.");
        return Task.FromResult(new Created($"deployment-{Interlocked.Increment(ref _made)}"));
    }

    public Task<Created> CreateStage(Inputs inputs)
    {
        _stage = inputs.Required("stageName");
        _ = inputs.Required("deployment");
        inputs.WithoutEffect("restApi", "xrayTracingEnabled");
        return Task.FromResult(new Created($"ags-{_id}-{_stage}", ("invokeUrl", $"https://{_id}.execute-api.{Aws.Region}.amazonaws.com/{_stage}")));
    }

    /// <summary>The embedded gateway limits only what a key may send: without one the suite sends as fast as it can.</summary>
    public static Task<Created> PutMethodSettings(Inputs inputs)
    {
        inputs.Expect("methodPath", "\"*/*\"");
        inputs.WithoutEffect("restApi", "stageName", "settings");
        return Task.FromResult(new Created("method-settings"));
    }

    /// <summary>The API as it was registered.</summary>
    public RestApi Build() => new(
        _id,
        _stage ?? throw new NotSupportedException("The program made no stage."),
        [
            .. _methods.Select(method => Method(PathOf(method.Key.Resource), method.Key.Method, _integrations.GetValueOrDefault(method.Key)) with
            {
                ApiKeyRequired = method.Value,
            }),
        ])
    {
        GatewayResponses = _responses,
        UsagePlans = plans.Build(_id, _stage),
    };

    private ApiMethod Method(string path, string method, string? invokeArn)
    {
        if (invokeArn is null)
            return new ApiMethod(method, path, null);
        var function = lambda.Function(invokeArn);
        var methods = method == "ANY" ? AnyMethods : [method];
        var permitted = methods.All(called => lambda.Permits(function.Name, $"{ExecutionArn}/{_stage}/{called}{path.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal)}"));
        return new ApiMethod(method, path, permitted ? new LambdaIntegration(function.Name, function.Host.InvokeAsync) { Timeout = function.Timeout } : null);
    }

    private string PathOf(string resource)
    {
        if (resource == RootId)
            return "/";
        var (parent, part) = _resources[resource];
        return $"{PathOf(parent).TrimEnd('/')}/{part}";
    }
}
