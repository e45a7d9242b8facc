namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>Settings of methods in a stage: https://docs.aws.amazon.com/apigateway/latest/api/API_MethodSetting.html. Limits have an effect here.</summary>
internal sealed record MethodSetting
{
    /// <summary>What stands for no limit.</summary>
    private const int Unlimited = -1;

    public int? ThrottlingBurstLimit { get; init; }

    public double? ThrottlingRateLimit { get; init; }

    public string LoggingLevel { get; init; } = "OFF";

    public bool DataTraceEnabled { get; init; }

    public bool MetricsEnabled { get; init; }

    /// <summary>Whether answers would be cached, if the stage had a cache.</summary>
    public bool CachingEnabled { get; init; }

    public int CacheTtlInSeconds { get; init; } = 300;

    public bool CacheDataEncrypted { get; init; }

    public bool RequireAuthorizationForCacheControl { get; init; } = true;

    public string UnauthorizedCacheControlHeaderStrategy { get; init; } = "SUCCEED_WITH_RESPONSE_HEADER";

    /// <summary>How many requests of all callers are let through; null for any number.</summary>
    public Throttle? ThrottleOr(MethodSetting? ofAll)
    {
        var rate = ThrottlingRateLimit ?? ofAll?.ThrottlingRateLimit ?? Unlimited;
        var burst = ThrottlingBurstLimit ?? ofAll?.ThrottlingBurstLimit ?? Unlimited;
        return rate < 0 && burst < 0
            ? null
            : new Throttle(rate < 0 ? ThrottleDefaults.Rate : rate, burst < 0 ? ThrottleDefaults.Burst : burst);
    }
}
