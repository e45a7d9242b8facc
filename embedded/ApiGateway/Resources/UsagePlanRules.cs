using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>What a usage plan may be.</summary>
internal static class UsagePlanRules
{
    /// <summary>Refuses a plan that names a stage that is not there, or with which a key would be in two plans of a stage.</summary>
    public static void Verify(IResources resources, StoredUsagePlan plan)
    {
        if (plan.Quota is { } quota)
            UsagePlanReader.Verified(quota);
        foreach (var stage in plan.Stages)
        {
            if (resources.Find<StoredStage>($"{stage.ApiId}/{stage.Stage}") is null)
                throw ApiErrors.NotFound($"API Stage not found: {stage.ApiId}:{stage.Stage}");
        }

        var keys = resources.List<StoredUsagePlanKey>($"{plan.Id}/").Select(key => key.KeyId).ToHashSet();
        var others = resources.List<StoredUsagePlanKey>().Where(key => key.PlanId != plan.Id && keys.Contains(key.KeyId)).Select(key => resources.UsagePlan(key.PlanId));
        foreach (var shared in others.SelectMany(other => other.Stages).Where(stage => plan.Stages.Any(own => own.IsOf(stage.ApiId, stage.Stage))))
            throw ApiErrors.Conflict($"Usage Plan {plan.Id} cannot be added because API Key cannot reference multiple Usage Plans with the same ApiStage: {shared.ApiId}:{shared.Stage}");
    }
}
