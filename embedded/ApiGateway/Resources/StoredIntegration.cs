namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>A Lambda proxy integration as it is kept: https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html.</summary>
/// <param name="Uri">The URI that invokes the function, which has the function's ARN in it.</param>
/// <param name="CacheNamespace">What cached answers would be under, if there were a cache.</param>
internal sealed record StoredIntegration(string Uri, string CacheNamespace)
{
    /// <summary>The longest that it may take: https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html.</summary>
    public const int LongestTimeout = 29_000;

    /// <summary>The shortest time limit.</summary>
    public const int ShortestTimeout = 50;

    public int TimeoutInMillis { get; init; } = LongestTimeout;

    /// <summary>What becomes of bodies without a template: a proxy integration has none.</summary>
    public string PassthroughBehavior { get; init; } = "WHEN_NO_MATCH";
}
