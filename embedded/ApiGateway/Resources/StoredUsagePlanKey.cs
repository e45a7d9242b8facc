namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>An API key of a usage plan: https://docs.aws.amazon.com/apigateway/latest/api/API_UsagePlanKey.html.</summary>
/// <param name="PlanId">The usage plan.</param>
/// <param name="KeyId">The API key.</param>
internal sealed record StoredUsagePlanKey(string PlanId, string KeyId)
{
    public string Key => $"{PlanId}/{KeyId}";
}
