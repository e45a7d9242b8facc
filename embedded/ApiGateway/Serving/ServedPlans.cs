using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Serving;

/// <summary>Usage plans as a stage is served with them.</summary>
internal static class ServedPlans
{
    /// <summary>The plan for a stage, with those of its keys that are enabled; none where it is not for the stage.</summary>
    public static IEnumerable<UsagePlan> Of(ResourceStore resources, StoredUsagePlan plan, StoredStage stage) =>
        from ofStage in plan.Stages
        where ofStage.IsOf(stage.ApiId, stage.Name)
        select new UsagePlan(KeysOf(resources, plan))
        {
            Id = plan.Id,
            Throttle = plan.Throttle,
            MethodThrottles = ofStage.Throttles,
            Quota = plan.Quota,
        };

    private static IReadOnlyList<ApiKey> KeysOf(ResourceStore resources, StoredUsagePlan plan) =>
    [
        .. from entry in resources.List<StoredUsagePlanKey>($"{plan.Id}/")
           let key = resources.Find<StoredApiKey>(entry.KeyId)
           where key is { Enabled: true }
           select new ApiKey(key.Id, key.Value),
    ];
}
