using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_CreateUsagePlanKey.html</summary>
internal sealed class CreateUsagePlanKey(ResourceStore resources) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var (planId, keyId, type) = (request.RequiredText("usagePlanId"), request.RequiredText("keyId"), request.RequiredText("keyType"));
        if (type != "API_KEY")
            throw ApiErrors.BadRequest("Invalid key type specified. It must be API_KEY");
        return change =>
        {
            var (plan, key, entry) = (change.UsagePlan(planId), change.ApiKey(keyId), new StoredUsagePlanKey(planId, keyId));
            if (change.Find<StoredUsagePlanKey>(entry.Key) is not null)
                throw ApiErrors.Conflict($"{keyId} already exists in the usage plan");
            change.Put(entry.Key, entry);
            UsagePlanRules.Verify(change, plan);
            return ApiAnswer.OfPlanKey(key, withValue: true);
        };
    }
}
