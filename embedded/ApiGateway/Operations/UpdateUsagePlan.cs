using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateUsagePlan.html</summary>
internal sealed class UpdateUsagePlan(ResourceStore resources, TimeProvider time) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var (id, patches) = (request.RequiredText("usagePlanId"), Patch.Of(request));
        return change =>
        {
            var plan = patches.Aggregate(change.UsagePlan(id), (changed, patch) => UsagePlanPatch.Apply(changed, patch, time.GetUtcNow()));
            UsagePlanRules.Verify(change, plan);
            change.Put(id, plan);
            return UsagePlanAnswer.Of(plan);
        };
    }
}
