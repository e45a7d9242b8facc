using System.Text.Json.Nodes;

namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>Stages as API Gateway answers them: https://docs.aws.amazon.com/apigateway/latest/api/API_Stage.html.</summary>
internal static class StageAnswer
{
    public static JsonObject Of(StoredStage stage)
    {
        var settings = new JsonObject();
        foreach (var (method, setting) in stage.MethodSettings.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            settings[method] = Of(setting);
        return ApiAnswer.Given(new()
        {
            ["deploymentId"] = stage.DeploymentId,
            ["stageName"] = stage.Name,
            ["description"] = stage.Description,
            ["cacheClusterEnabled"] = false,
            ["cacheClusterStatus"] = "NOT_AVAILABLE",
            ["methodSettings"] = settings,
            ["accessLogSettings"] = stage.AccessLogDestination is null && stage.AccessLogFormat is null
                ? null
                : ApiAnswer.Given(new() { ["destinationArn"] = stage.AccessLogDestination, ["format"] = stage.AccessLogFormat }),
            ["tracingEnabled"] = stage.TracingEnabled,
            ["tags"] = ApiAnswer.Map(stage.Tags),
            ["createdDate"] = stage.Created.ToUnixTimeSeconds(),
            ["lastUpdatedDate"] = stage.Updated.ToUnixTimeSeconds(),
        });
    }

    private static JsonObject Of(MethodSetting setting) => new()
    {
        ["metricsEnabled"] = setting.MetricsEnabled,
        ["loggingLevel"] = setting.LoggingLevel,
        ["dataTraceEnabled"] = setting.DataTraceEnabled,
        ["throttlingBurstLimit"] = setting.ThrottlingBurstLimit ?? ThrottleDefaults.Burst,
        ["throttlingRateLimit"] = setting.ThrottlingRateLimit ?? ThrottleDefaults.Rate,
        ["cachingEnabled"] = setting.CachingEnabled,
        ["cacheTtlInSeconds"] = setting.CacheTtlInSeconds,
        ["cacheDataEncrypted"] = setting.CacheDataEncrypted,
        ["requireAuthorizationForCacheControl"] = setting.RequireAuthorizationForCacheControl,
        ["unauthorizedCacheControlHeaderStrategy"] = setting.UnauthorizedCacheControlHeaderStrategy,
    };
}
