using ImageService.Stack.Settings;
using Pulumi.Aws.ApiGateway.Inputs;

namespace ImageService.Stack.Api;

/// <summary>The REST API that calls the functions.</summary>
public sealed class ImageRestApi : ComponentResource
{
    /// <summary>Declares the API with its methods and gateway responses, a deployment, and a stage that serves it.</summary>
    public ImageRestApi(string name, ImageRestApiArgs args, ComponentResourceOptions? options = null)
        : base("image-service:api:ImageApi", name, options)
    {
        var settings = args.Settings;
        var definition = ApiDefinition.Of(args.Routes, settings);
        var child = new ComponentResourceOptions { Parent = this };
        var api = new Aws.ApiGateway.RestApi(
            $"{name}-rest",
            new()
            {
                Name = settings.Name,
                Description = "Stores, lists and serves images.",
                EndpointConfiguration = new RestApiEndpointConfigurationArgs { Types = "REGIONAL" },
                BinaryMediaTypes = definition.BinaryMediaTypes.ToArray(),
                Tags = Tags(settings),
            },
            new() { Parent = this });
        var routes = new ApiRoutes($"{name}-routes", api, definition, settings.Stage, args.Functions, child);
        var responses = new GatewayResponses($"{name}-responses", api, definition, child);
        var stage = new ApiStage(
            $"{name}-live",
            api,
            ApiFingerprint.Of(definition, args.Functions),
            settings,
            new() { Parent = this, DependsOn = { routes, responses } });

        ApiKey = settings.Keys is { } keys
            ? new ApiUsagePlan($"{name}-keys", settings.Name, api, stage.StageName, keys, child).Key.Apply(key => (string?)key)
            : Output.Create((string?)null);
        ApiName = api.Name;
        Url = settings.LocalEndpoint is { } local
            ? Output.Format($"{local.GetLeftPart(UriPartial.Authority)}/restapis/{api.Id}/{settings.Stage}/_user_request_")
            : stage.InvokeUrl;
        ExecuteUrl = settings.LocalEndpoint is { } endpoint
            ? Output.Format($"{endpoint.GetLeftPart(UriPartial.Authority)}/_aws/execute-api/{api.Id}/{settings.Stage}")
            : stage.InvokeUrl;
        RegisterOutputs(new Dictionary<string, object?> { ["apiName"] = ApiName, ["url"] = Url, ["executeUrl"] = ExecuteUrl, ["apiKey"] = ApiKey });
    }

    /// <summary>The name of the API, under which CloudWatch counts its requests.</summary>
    [Output("apiName")]
    public Output<string> ApiName { get; private set; }

    /// <summary>The base URL of the API, without a slash at its end.</summary>
    [Output("url")]
    public Output<string> Url { get; private set; }

    /// <summary>The same API at the newer form of URL of local clouds, for which LocalStack logs no deprecation; on AWS the same URL.</summary>
    [Output("executeUrl")]
    public Output<string> ExecuteUrl { get; private set; }

    /// <summary>The key that requests need, as a secret; null where they need none.</summary>
    [Output("apiKey")]
    public Output<string?> ApiKey { get; private set; }

    /// <summary>Local clouds take the id of an API from a tag.</summary>
    private static InputMap<string> Tags(ApiSettings settings) =>
        settings.LocalId is { } id ? new InputMap<string> { ["_custom_id_"] = id } : [];
}
