using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>Reads the structures of a usage plan.</summary>
internal static class UsagePlanReader
{
    public static Throttle Throttle(ControlRequest request, JsonObject structure)
    {
        var members = Members(request, structure);
        var throttle = new Throttle(members.Real("rateLimit") ?? 0, members.Number("burstLimit") ?? 0);
        members.Finish();
        return Verified(throttle);
    }

    public static Quota Quota(ControlRequest request, JsonObject structure, DateTimeOffset time)
    {
        var members = Members(request, structure);
        var limit = members.Number("limit") ?? throw request.Invalid("quota.limit is required.");
        var (period, offset) = (Period(members.RequiredText("period")), members.Number("offset") ?? 0);
        members.Finish();
        return Verified(new Quota(limit, period) { Offset = offset, Since = time });
    }

    public static PlanStage Stage(ControlRequest request, JsonNode? node)
    {
        var members = Members(request, node as JsonObject ?? throw request.Invalid("apiStages must have structures."));
        var throttles = new Dictionary<string, Throttle>();
        foreach (var (path, throttle) in members.Structure("throttle") ?? [])
        {
            // With and without its first slash it is the same method.
            if (!throttles.TryAdd(MethodKey(path), Throttle(request, throttle as JsonObject ?? throw request.Invalid("throttle must have structures."))))
                throw ApiErrors.BadRequest($"Invalid method path {path}: it is there twice");
        }

        var stage = new PlanStage(members.RequiredText("apiId"), members.RequiredText("stage")) { Throttles = throttles };
        members.Finish();
        return stage;
    }

    /// <summary>The key of a method: <c>/uploads/POST</c>.</summary>
    public static string MethodKey(string path) => $"/{path.TrimStart('/')}" is var key && key.LastIndexOf('/') + 1 < key.Length
        ? key
        : throw ApiErrors.BadRequest($"Invalid method path {path}: it must be the path of a resource and a method");

    public static QuotaPeriod Period(string period) => period switch
    {
        "DAY" => QuotaPeriod.Day,
        "WEEK" => QuotaPeriod.Week,
        "MONTH" => QuotaPeriod.Month,
        _ => throw ApiErrors.BadRequest("Usage plan quota period must be DAY, WEEK or MONTH"),
    };

    public static Throttle Verified(Throttle throttle) => throttle is { RateLimit: >= 0, BurstLimit: >= 0 }
        ? throttle
        : throw ApiErrors.BadRequest("Usage plan throttle rate limit and burst limit must not be negative");

    public static Quota Verified(Quota quota) => quota.Limit < 1 ? throw ApiErrors.BadRequest("Usage plan quota limit must be at least 1")
        : quota.Offset < 0 || quota.Offset > quota.Limit ? throw ApiErrors.BadRequest("Usage plan quota offset must be from 0 to the limit")
        : quota;

    private static ControlRequest Members(ControlRequest request, JsonObject structure) => new(request.Operation, structure, request.Invalid("").Code);
}
