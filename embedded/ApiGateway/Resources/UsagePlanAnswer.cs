using System.Text.Json.Nodes;

namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>Usage plans as API Gateway answers them: https://docs.aws.amazon.com/apigateway/latest/api/API_UsagePlan.html.</summary>
internal static class UsagePlanAnswer
{
    public static JsonObject Of(StoredUsagePlan plan) => ApiAnswer.Given(new()
    {
        ["id"] = plan.Id,
        ["name"] = plan.Name,
        ["description"] = plan.Description,
        ["productCode"] = plan.ProductCode,
        ["apiStages"] = new JsonArray([.. plan.Stages.Select(Of)]),
        ["throttle"] = plan.Throttle is { } throttle ? Of(throttle) : null,
        ["quota"] = plan.Quota is { } quota
            ? new JsonObject { ["limit"] = quota.Limit, ["offset"] = quota.Offset, ["period"] = $"{quota.Period}".ToUpperInvariant() }
            : null,
        ["tags"] = ApiAnswer.Map(plan.Tags),
    });

    private static JsonObject Of(PlanStage stage)
    {
        var throttles = new JsonObject();
        foreach (var (method, throttle) in stage.Throttles.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            throttles[method] = Of(throttle);
        return ApiAnswer.Given(new() { ["apiId"] = stage.ApiId, ["stage"] = stage.Stage, ["throttle"] = throttles.Count > 0 ? throttles : null });
    }

    private static JsonObject Of(Throttle throttle) => new() { ["burstLimit"] = throttle.BurstLimit, ["rateLimit"] = throttle.RateLimit };
}
