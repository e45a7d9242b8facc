using System.Collections.Concurrent;

namespace EmbeddedAws.ApiGateway;

/// <summary>What the limits of APIs have counted. A usage plan counts what each key sends to all of its stages together.</summary>
internal sealed class UsageCounters(TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Plan, string Key, string? Method), TokenBucket> _buckets = [];
    private readonly ConcurrentDictionary<(string Plan, string Key), QuotaUse> _quotas = [];

    /// <summary>Whether a key may send a request now.</summary>
    /// <param name="plan">The usage plan.</param>
    /// <param name="key">The key.</param>
    /// <param name="method">The method, where it has a throttle of its own.</param>
    /// <param name="throttle">The throttle.</param>
    public bool TryTake(UsagePlan plan, ApiKey key, string? method, Throttle throttle) =>
        _buckets.GetOrAdd((plan.Id, key.Id, method), _ => new TokenBucket(time)).TryTake(throttle);

    /// <summary>Whether a method takes one more request, of whatever caller.</summary>
    public bool TryTake(string method, Throttle throttle) => _buckets.GetOrAdd(("", "", method), _ => new TokenBucket(time)).TryTake(throttle);

    /// <summary>Counts a request of a key, if its quota has room for it.</summary>
    public bool TryUse(UsagePlan plan, ApiKey key, Quota quota) => _quotas.GetOrAdd((plan.Id, key.Id), _ => new QuotaUse(time)).TryUse(quota);
}
