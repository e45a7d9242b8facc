using ImageService.Handlers.Routing;
using ImageService.Stack.Settings;
using Pulumi.Aws.ApiGateway.Inputs;

namespace ImageService.Stack.Api;

/// <summary>An API key, and the usage plan that says how much its holder may send to the stage.</summary>
internal sealed class ApiUsagePlan : ComponentResource
{
    public ApiUsagePlan(
        string name, string label, Aws.ApiGateway.RestApi api, Output<string> stage, ApiKeySettings settings, ComponentResourceOptions? options = null)
        : base("image-service:api:ApiUsagePlan", name, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var key = new Aws.ApiGateway.ApiKey($"{name}-key", new() { Name = label }, child);
        var plan = new Aws.ApiGateway.UsagePlan(
            $"{name}-plan",
            new()
            {
                Name = label,
                ApiStages = new UsagePlanApiStageArgs { ApiId = api.Id, Stage = stage, Throttles = OfUploads(settings.Uploads) },
                ThrottleSettings = new UsagePlanThrottleSettingsArgs
                {
                    RateLimit = settings.Requests.RequestsPerSecond,
                    BurstLimit = settings.Requests.Burst,
                },
            },
            child);
        _ = new Aws.ApiGateway.UsagePlanKey($"{name}-grant", new() { UsagePlanId = plan.Id, KeyId = key.Id, KeyType = "API_KEY" }, child);

        Key = key.Value.Apply(Output.CreateSecret);
        RegisterOutputs(new Dictionary<string, object?> { ["key"] = Key });
    }

    /// <summary>The key, as a secret.</summary>
    [Output("key")]
    public Output<string> Key { get; private set; }

    private static UsagePlanApiStageThrottleArgs OfUploads(UsageLimit limit) => new()
    {
        Path = $"{RouteTable.PathOf(Operation.CreateUpload)}/POST",
        RateLimit = limit.RequestsPerSecond,
        BurstLimit = limit.Burst,
    };
}
