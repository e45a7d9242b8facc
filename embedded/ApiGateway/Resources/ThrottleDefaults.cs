namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>The limits of an account: https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html. Of a setting that names only one of them, the other holds.</summary>
internal static class ThrottleDefaults
{
    public const double Rate = 10_000;
    public const int Burst = 5_000;
}
