using System.Security.Cryptography;
using System.Text;

namespace EmbeddedAws.ApiGateway;

/// <summary>An API that is reachable, with what its limits have counted.</summary>
internal sealed class DeployedApi(RestApi api, UsageCounters counters)
{
    private const string Header = "x-api-key";

    private readonly (byte[] Hash, ApiKey Key, UsagePlan Plan)[] _keys =
        [.. api.UsagePlans.SelectMany(plan => plan.Keys, (plan, key) => (Hash(key.Value), key, plan))];

    /// <summary>The API as it was deployed.</summary>
    public RestApi Api => api;

    /// <summary>Whether a request may call a method now.</summary>
    /// <returns>The key that it has, where the method requires one; or why it may not.</returns>
    public (ApiKey? Key, GatewayResponseType? Refused) Admit(ApiMethod method, HttpRequest request)
    {
        var name = $"{api.Id}:{api.Stage}{method.ResourcePath.TrimEnd('/')}/{method.HttpMethod}";
        if (!method.ApiKeyRequired)
            return (null, IsTooMany(method, name) ? GatewayResponseType.Throttled : null);
        if (request.Headers[Header] is not [{ } sent] || Find(sent) is not (var key, var plan))
            return (null, GatewayResponseType.InvalidApiKey);
        // What is refused for its rate does not count towards the quota.
        if (!MayCome(key, plan, method, name) || IsTooMany(method, name))
            return (null, GatewayResponseType.Throttled);
        return plan.Quota is { } quota && !counters.TryUse(plan, key, quota)
            ? (null, GatewayResponseType.QuotaExceeded)
            : (key, null);
    }

    /// <summary>Looks at every key, and at all of each: how long it takes tells nothing of what a key begins with.</summary>
    private (ApiKey Key, UsagePlan Plan)? Find(string sent)
    {
        var hash = Hash(sent);
        (ApiKey, UsagePlan)? found = null;
        foreach (var known in _keys)
        {
            if (CryptographicOperations.FixedTimeEquals(known.Hash, hash))
                found = (known.Key, known.Plan);
        }

        return found;
    }

    private bool IsTooMany(ApiMethod method, string name) => method.Throttle is { } throttle && !counters.TryTake(name, throttle);

    private bool MayCome(ApiKey key, UsagePlan plan, ApiMethod method, string name)
    {
        var ofMethod = plan.MethodThrottles.GetValueOrDefault($"{method.ResourcePath.TrimEnd('/')}/{method.HttpMethod}");
        return (ofMethod ?? plan.Throttle) is not { } throttle || counters.TryTake(plan, key, ofMethod is null ? null : name, throttle);
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
