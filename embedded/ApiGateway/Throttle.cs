namespace EmbeddedAws.ApiGateway;

/// <summary>
/// How many requests are let through, as a token bucket counts them
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html).
/// </summary>
/// <param name="RateLimit">How many tokens are added each second.</param>
/// <param name="BurstLimit">How many the bucket holds: so many requests may come at once.</param>
public sealed record Throttle(double RateLimit, int BurstLimit);
