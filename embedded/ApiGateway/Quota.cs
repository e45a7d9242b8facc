namespace EmbeddedAws.ApiGateway;

/// <summary>
/// How many requests a key may send in a period of the calendar, in UTC
/// (https://docs.aws.amazon.com/apigateway/latest/api/API_QuotaSettings.html).
/// </summary>
/// <param name="Limit">How many.</param>
/// <param name="Period">In which time.</param>
public sealed record Quota(int Limit, QuotaPeriod Period)
{
    /// <summary>How many requests fewer there are in the first period.</summary>
    public int Offset { get; init; }

    /// <summary>When the quota was set, which is in its first period.</summary>
    public DateTimeOffset Since { get; init; }
}
