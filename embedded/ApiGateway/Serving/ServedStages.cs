using System.Collections.Concurrent;
using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.Lambda;

namespace EmbeddedAws.ApiGateway.Serving;

/// <summary>
/// The stages that were made through the operations of API Gateway, as they are served: the snapshot of the stage's deployment, with the limits of the
/// stage and of the usage plans as they are now.
/// </summary>
internal sealed class ServedStages(ResourceStore resources, Functions functions, TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Api, string Stage), (long Version, DeployedApi Served)> _served = [];

    /// <summary>They outlive what is served, which is made anew after each change.</summary>
    private readonly UsageCounters _counters = new(time);

    /// <summary>What a stage serves; null if the stage does not exist.</summary>
    public DeployedApi? Find(string apiId, string stage)
    {
        // The version is read first: a change in the meantime makes the result out of date, and not wrong for ever.
        var version = resources.Version;
        if (_served.TryGetValue((apiId, stage), out var known) && known.Version == version)
            return known.Served;
        if (Build(apiId, stage) is not { } api)
        {
            _served.TryRemove((apiId, stage), out _);
            return null;
        }

        var served = new DeployedApi(api, _counters);
        _served[(apiId, stage)] = (version, served);
        return served;
    }

    private RestApi? Build(string apiId, string name)
    {
        if (resources.Find<StoredApi>(apiId) is not { DisableExecuteApiEndpoint: false }
            || resources.Find<StoredStage>($"{apiId}/{name}") is not { } stage
            || resources.Find<StoredDeployment>($"{apiId}/{stage.DeploymentId}") is not { } deployment)
        {
            return null;
        }

        return new RestApi(apiId, name, [.. deployment.Methods.Select(method => Method(stage, method))])
        {
            BinaryMediaTypes = deployment.BinaryMediaTypes,
            GatewayResponses = deployment.GatewayResponses.ToDictionary(response => response.Type, Response),
            UsagePlans = [.. resources.List<StoredUsagePlan>().SelectMany(plan => ServedPlans.Of(resources, plan, stage))],
        };
    }

    private ApiMethod Method(StoredStage stage, SnapshotMethod method)
    {
        var ofAll = stage.MethodSettings.GetValueOrDefault("*/*");
        var setting = stage.MethodSettings.GetValueOrDefault(MethodSettingPatch.KeyOf(method.Path, method.HttpMethod)) ?? ofAll;
        var limit = TimeSpan.FromMilliseconds(method.TimeoutInMillis);
        return new ApiMethod(
            method.HttpMethod,
            method.Path,
            new FunctionIntegration(method.FunctionArn, (stage.Key, FunctionIntegration.ArnPath(method.Path)), functions) { Timeout = limit, GatewayTimeout = limit })
        {
            ApiKeyRequired = method.ApiKeyRequired,
            Throttle = setting?.ThrottleOr(ofAll),
        };
    }

    private static GatewayResponse Response(StoredGatewayResponse response) => new(
        response.StatusCode,
        response.Templates.GetValueOrDefault(GatewayResponseRules.Json) ?? GatewayResponseType.DefaultTemplate,
        GatewayResponseRules.Headers(response));
}
