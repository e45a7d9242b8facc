using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace EmbeddedAws.ApiGateway;

/// <summary>An API that is reachable, with what its usage plans have counted since it was deployed.</summary>
internal sealed class DeployedApi(RestApi api, TimeProvider time)
{
    private const string Header = "x-api-key";

    private readonly (byte[] Hash, ApiKey Key, UsagePlan Plan)[] _keys =
        [.. api.UsagePlans.SelectMany(plan => plan.Keys, (plan, key) => (Hash(key.Value), key, plan))];

    private readonly ConcurrentDictionary<(string KeyId, string? Method), TokenBucket> _buckets = [];

    private readonly ConcurrentDictionary<string, QuotaUse> _quotas = [];

    /// <summary>The API as it was deployed.</summary>
    public RestApi Api => api;

    /// <summary>Whether a request may call a method now.</summary>
    /// <returns>The key that it has, where the method requires one; or why it may not.</returns>
    public (ApiKey? Key, GatewayResponseType? Refused) Admit(ApiMethod method, HttpRequest request)
    {
        if (!method.ApiKeyRequired)
            return (null, null);
        if (request.Headers[Header] is not [{ } sent] || Find(sent) is not (var key, var plan))
            return (null, GatewayResponseType.InvalidApiKey);
        if (!MayCome(key, plan, $"{method.ResourcePath}/{method.HttpMethod}"))
            return (null, GatewayResponseType.Throttled);
        return plan.Quota is { } quota && !_quotas.GetOrAdd(key.Id, _ => new QuotaUse(quota, time)).TryUse()
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

    private bool MayCome(ApiKey key, UsagePlan plan, string method)
    {
        var ofMethod = plan.MethodThrottles.GetValueOrDefault(method);
        return (ofMethod ?? plan.Throttle) is not { } throttle
            || _buckets.GetOrAdd((key.Id, ofMethod is null ? null : method), _ => new TokenBucket(throttle, time)).TryTake();
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
