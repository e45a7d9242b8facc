namespace EmbeddedAws.ApiGateway;

/// <summary>
/// Whose requests are taken by the methods of an API that require a key, and how many of them
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html).
/// </summary>
/// <param name="Keys">The keys that are known. A key is in one plan of an API.</param>
public sealed record UsagePlan(IReadOnlyList<ApiKey> Keys)
{
    /// <summary>What tells it from others that have the same counters.</summary>
    public string Id { get; init; } = "";

    /// <summary>How many requests each key may send; null for any number.</summary>
    public Throttle? Throttle { get; init; }

    /// <summary>How many each key may send to a method, which are counted apart from the others: by path and method, <c>/uploads/POST</c>.</summary>
    public IReadOnlyDictionary<string, Throttle> MethodThrottles { get; init; } = new Dictionary<string, Throttle>();

    /// <summary>How many requests each key may send in a day, a week or a month; null for any number.</summary>
    public Quota? Quota { get; init; }
}
