using ImageService.Handlers.Routing;
using ImageService.Stack.Functions;

namespace ImageService.Stack.Api;

/// <summary>The resources of the API with their methods; each calls a function, and may.</summary>
internal sealed class ApiRoutes : ComponentResource
{
    /// <summary>The function gets the whole request, and gives the whole answer.</summary>
    public const string IntegrationType = "AWS_PROXY";

    /// <summary>Functions are invoked with POST, for every method of a request.</summary>
    public const string IntegrationMethod = "POST";

    private readonly string _name;
    private readonly Aws.ApiGateway.RestApi _api;
    private readonly string _stage;
    private readonly CustomResourceOptions _child;

    public ApiRoutes(
        string name,
        Aws.ApiGateway.RestApi api,
        ApiDefinition definition,
        string stage,
        IReadOnlyDictionary<Operation, OperationFunction> functions,
        ComponentResourceOptions? options = null)
        : base("image-service:api:ApiRoutes", name, options)
    {
        (_name, _api, _stage, _child) = (name, api, stage, new() { Parent = this });
        var ids = new Dictionary<string, Output<string>> { [ApiResource.Root] = api.RootResourceId };
        foreach (var resource in definition.Resources)
        {
            if (resource.Path != ApiResource.Root)
                ids[resource.Path] = Declare(resource, ids[resource.Parent]);
            foreach (var method in resource.Methods)
                Declare(resource, ids[resource.Path], method, functions[method.Operation]);
        }

        RegisterOutputs();
    }

    private Output<string> Declare(ApiResource resource, Output<string> parentId) =>
        new Aws.ApiGateway.Resource(
            $"{_name}-{resource.Label}", new() { RestApi = _api.Id, ParentId = parentId, PathPart = resource.PathPart }, _child).Id;

    private void Declare(ApiResource resource, Output<string> resourceId, ResourceMethod method, OperationFunction function)
    {
        var name = $"{_name}-{resource.Label}-{method.HttpMethod}";
        var declared = new Aws.ApiGateway.Method(
            name,
            new()
            {
                RestApi = _api.Id,
                ResourceId = resourceId,
                HttpMethod = method.HttpMethod,
                Authorization = "NONE",
                ApiKeyRequired = method.ApiKeyRequired,
            },
            _child);
        _ = new Aws.ApiGateway.Integration(
            name,
            new()
            {
                RestApi = _api.Id,
                ResourceId = resourceId,
                HttpMethod = declared.HttpMethod,
                Type = IntegrationType,
                IntegrationHttpMethod = IntegrationMethod,
                Uri = function.InvokeArn,
            },
            _child);
        _ = new Aws.Lambda.Permission(
            name,
            new()
            {
                Action = "lambda:InvokeFunction",
                Function = function.FunctionName,
                Principal = "apigateway.amazonaws.com",
                SourceArn = Output.Format($"{_api.ExecutionArn}/{_stage}/{method.ArnMethod}{resource.ArnPath}"),
            },
            _child);
    }
}
