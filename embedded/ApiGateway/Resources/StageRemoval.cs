using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>Removes a stage, from the usage plans too.</summary>
internal static class StageRemoval
{
    public static void Remove(ResourceChange change, StoredStage stage)
    {
        change.Delete<StoredStage>(stage.Key);
        foreach (var plan in change.List<StoredUsagePlan>().Where(plan => plan.Stages.Any(of => of.IsOf(stage.ApiId, stage.Name))))
            change.Put(plan.Id, plan with { Stages = [.. plan.Stages.Where(of => !of.IsOf(stage.ApiId, stage.Name))] });
    }
}
