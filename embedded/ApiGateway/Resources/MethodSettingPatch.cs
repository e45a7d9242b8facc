namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>
/// Changes of the settings of methods in a stage: <c>/*/*/logging/loglevel</c>, or <c>/~1images~1{id}/GET/throttling/rateLimit</c>
/// (https://docs.aws.amazon.com/apigateway/latest/api/patch-operations.html#UpdateStage-Patch).
/// </summary>
internal static class MethodSettingPatch
{
    private static readonly string[] Groups = ["metrics", "logging", "throttling", "caching"];
    private static readonly string[] Levels = ["OFF", "ERROR", "INFO"];
    private static readonly string[] Strategies = ["FAIL_WITH_403", "SUCCEED_WITH_RESPONSE_HEADER", "SUCCEED_WITHOUT_RESPONSE_HEADER"];

    /// <summary>The settings with a change.</summary>
    public static IReadOnlyDictionary<string, MethodSetting> Apply(IReadOnlyDictionary<string, MethodSetting> settings, Patch patch)
    {
        var segments = patch.Path[1..].Split('/');
        var isSetting = segments.Length >= 4 && Groups.Contains(segments[^2]);
        if (!isSetting && !patch.IsRemove)
            throw patch.Unknown;
        var method = KeyOf(isSetting ? segments[..^2] : segments, patch);
        var changed = new Dictionary<string, MethodSetting>(settings);
        if (isSetting)
            changed[method] = Set(changed.GetValueOrDefault(method) ?? new MethodSetting(), $"{segments[^2]}/{segments[^1]}", patch);
        else
            changed.Remove(method);
        return changed;
    }

    /// <summary>The key of a method, which is that of an answer: <c>images/{id}/GET</c>. Clients send the path with and without its slash.</summary>
    public static string KeyOf(string path, string httpMethod) => $"{path.TrimStart('/')}/{httpMethod}";

    private static string KeyOf(string[] segments, Patch patch)
    {
        var (path, method) = (Patch.Unescape(string.Join('/', segments[..^1])), segments[^1]);
        return segments.Length >= 2 && (path == "*") == (method == "*")
            ? KeyOf(path, method)
            : throw ApiErrors.BadRequest($"Invalid method setting path: {patch.Path}. It must be /*/*, or the path of a resource and a method");
    }

    private static MethodSetting Set(MethodSetting setting, string name, Patch patch) => name switch
    {
        "throttling/burstLimit" => setting with { ThrottlingBurstLimit = patch.IsRemove ? null : patch.Number },
        "throttling/rateLimit" => setting with { ThrottlingRateLimit = patch.IsRemove ? null : patch.Real },
        _ when patch.IsRemove => throw patch.Unknown,
        "logging/loglevel" => setting with { LoggingLevel = OneOf(Levels, patch) },
        "logging/dataTrace" => setting with { DataTraceEnabled = patch.Boolean },
        "metrics/enabled" => setting with { MetricsEnabled = patch.Boolean },
        "caching/enabled" => setting with { CachingEnabled = patch.Boolean },
        "caching/ttlInSeconds" => setting with { CacheTtlInSeconds = patch.Number is >= 0 and <= 3600 and var seconds ? seconds : throw patch.WrongValue("from 0 to 3600") },
        "caching/dataEncrypted" => setting with { CacheDataEncrypted = patch.Boolean },
        "caching/requireAuthorizationForCacheControl" => setting with { RequireAuthorizationForCacheControl = patch.Boolean },
        "caching/unauthorizedCacheControlHeaderStrategy" => setting with { UnauthorizedCacheControlHeaderStrategy = OneOf(Strategies, patch) },
        _ => throw patch.Unknown,
    };

    private static string OneOf(string[] values, Patch patch) => values.Contains(patch.Text) ? patch.Text : throw patch.WrongValue(string.Join(", ", values));
}
