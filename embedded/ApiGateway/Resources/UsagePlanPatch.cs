namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>Changes of a usage plan: https://docs.aws.amazon.com/apigateway/latest/api/patch-operations.html#UpdateUsagePlan-Patch.</summary>
internal static class UsagePlanPatch
{
    private const string OfStages = "/apiStages";
    private const string Throttles = "throttle/";

    /// <summary>The plan with a change.</summary>
    public static StoredUsagePlan Apply(StoredUsagePlan plan, Patch patch, DateTimeOffset time) => patch switch
    {
        { Path: "/name", IsRemove: false, Text.Length: > 0 } => plan with { Name = patch.Text },
        { Path: "/description" } => plan with { Description = patch.Value },
        { Path: "/productCode" } => plan with { ProductCode = patch.IsRemove ? null : patch.Value },
        { Op: "remove", Path: "/throttle" } => plan with { Throttle = null },
        { Path: "/throttle/rateLimit", IsRemove: false } => plan with { Throttle = UsagePlanReader.Verified(Throttle(plan.Throttle) with { RateLimit = patch.Real }) },
        { Path: "/throttle/burstLimit", IsRemove: false } => plan with { Throttle = UsagePlanReader.Verified(Throttle(plan.Throttle) with { BurstLimit = patch.Number }) },
        { Op: "remove", Path: "/quota" } => plan with { Quota = null },
        { Path: "/quota/limit", IsRemove: false } => plan with { Quota = Quota(plan, time) with { Limit = patch.Number } },
        { Path: "/quota/offset", IsRemove: false } => plan with { Quota = Quota(plan, time) with { Offset = patch.Number } },
        { Path: "/quota/period", IsRemove: false } => plan with { Quota = Quota(plan, time) with { Period = UsagePlanReader.Period(patch.Text) } },
        { Op: "add", Path: OfStages } when patch.Text.Split(':') is [var api, var stage] => Add(plan, new PlanStage(api, stage)),
        { Op: "remove", Path: OfStages } when patch.Text.Split(':') is [var api, var stage] => Without(plan, api, stage),
        _ when patch.Path.StartsWith($"{OfStages}/", StringComparison.Ordinal) => OfStage(plan, patch),
        _ => throw patch.Unknown,
    };

    private static Throttle Throttle(Throttle? known) => known ?? new Throttle(0, 0);

    private static Quota Quota(StoredUsagePlan plan, DateTimeOffset time) => plan.Quota ?? new Quota(0, QuotaPeriod.Month) { Since = time };

    private static StoredUsagePlan Add(StoredUsagePlan plan, PlanStage stage) =>
        plan.Stages.Any(known => known.IsOf(stage.ApiId, stage.Stage)) ? plan : plan with { Stages = [.. plan.Stages, stage] };

    private static StoredUsagePlan Without(StoredUsagePlan plan, string api, string stage) => plan.Stages.Any(known => known.IsOf(api, stage))
        ? plan with { Stages = [.. plan.Stages.Where(known => !known.IsOf(api, stage))] }
        : throw ApiErrors.NotFound($"API Stage not found: {api}:{stage}");

    /// <summary>A limit of a method: <c>/apiStages/{api}:{stage}/throttle/~1uploads/POST/rateLimit</c>.</summary>
    private static StoredUsagePlan OfStage(StoredUsagePlan plan, Patch patch)
    {
        var parts = patch.Path[(OfStages.Length + 1)..].Split('/', 2);
        if (parts is not [var named, var rest] || named.Split(':') is not [var api, var name])
            throw patch.Unknown;
        var stage = plan.Stages.FirstOrDefault(known => known.IsOf(api, name)) ?? throw ApiErrors.NotFound($"API Stage not found: {named}");
        var throttles = new Dictionary<string, Throttle>(stage.Throttles);
        if (rest is "throttle" && patch.IsRemove)
            throttles.Clear();
        else if (rest.StartsWith(Throttles, StringComparison.Ordinal))
            Change(throttles, rest[Throttles.Length..], patch);
        else
            throw patch.Unknown;
        return plan with { Stages = [.. plan.Stages.Select(known => known == stage ? stage with { Throttles = throttles } : known)] };
    }

    private static void Change(Dictionary<string, Throttle> throttles, string path, Patch patch)
    {
        var end = path.LastIndexOf('/');
        var limit = end < 0 ? "" : path[(end + 1)..];
        var method = UsagePlanReader.MethodKey(Patch.Unescape(limit is "rateLimit" or "burstLimit" ? path[..end] : path));
        if (patch.IsRemove)
            throttles.Remove(method);
        else if (limit == "rateLimit")
            throttles[method] = UsagePlanReader.Verified(Throttle(throttles.GetValueOrDefault(method)) with { RateLimit = patch.Real });
        else if (limit == "burstLimit")
            throttles[method] = UsagePlanReader.Verified(Throttle(throttles.GetValueOrDefault(method)) with { BurstLimit = patch.Number });
        else
            throw patch.Unknown;
    }
}
