using ImageService.Stack.Settings;
using Pulumi.Aws.ApiGateway.Inputs;

namespace ImageService.Stack.Api;

/// <summary>The API as clients reach it: its latest deployment, made anew whenever anything in it changes, with limits and a log.</summary>
internal sealed class ApiStage : ComponentResource
{
    public ApiStage(
        string name, Aws.ApiGateway.RestApi api, Output<string> fingerprint, ApiSettings settings, ComponentResourceOptions options)
        : base("image-service:api:ApiStage", name, options)
    {
        var log = settings.AccessLog ? new AccessLog($"{name}-log", settings, new() { Parent = this }) : null;
        var deployment = new Aws.ApiGateway.Deployment(
            $"{name}-deployment",
            new() { RestApi = api.Id, Triggers = { ["definition"] = fingerprint } },
            new() { Parent = this, DependsOn = options.DependsOn });
        var stage = new Aws.ApiGateway.Stage(
            $"{name}-stage",
            new()
            {
                RestApi = api.Id,
                Deployment = deployment.Id,
                StageName = settings.Stage,
                XrayTracingEnabled = settings.Tracing,
                AccessLogSettings = log?.Settings!,
            },
            new() { Parent = this, DependsOn = log is null ? [] : log });
        _ = new Aws.ApiGateway.MethodSettings(
            $"{name}-limits",
            new()
            {
                RestApi = api.Id,
                StageName = stage.StageName,
                MethodPath = "*/*",
                Settings = new MethodSettingsSettingsArgs
                {
                    ThrottlingRateLimit = settings.RequestsPerSecond,
                    ThrottlingBurstLimit = settings.RequestBurst,
                },
            },
            new() { Parent = this });

        StageName = stage.StageName;
        InvokeUrl = stage.InvokeUrl;
        RegisterOutputs(new Dictionary<string, object?> { ["stageName"] = StageName, ["invokeUrl"] = InvokeUrl });
    }

    /// <summary>The name of the stage, once it is there.</summary>
    [Output("stageName")]
    public Output<string> StageName { get; private set; }

    [Output("invokeUrl")]
    public Output<string> InvokeUrl { get; private set; }
}
