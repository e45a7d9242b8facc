using System.Text.Json.Nodes;

namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>The account as API Gateway answers it: https://docs.aws.amazon.com/apigateway/latest/api/API_GetAccount.html.</summary>
internal static class AccountAnswer
{
    public static JsonObject Of(StoredAccount? account) => ApiAnswer.Given(new()
    {
        ["cloudwatchRoleArn"] = account?.CloudwatchRoleArn,
        ["throttleSettings"] = new JsonObject { ["burstLimit"] = ThrottleDefaults.Burst, ["rateLimit"] = ThrottleDefaults.Rate },
        ["features"] = new JsonArray("UsagePlans"),
        ["apiKeyVersion"] = "4",
    });
}
