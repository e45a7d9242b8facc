using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsagePlanKey.html</summary>
internal sealed class GetUsagePlanKey(ResourceStore resources) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var (planId, keyId) = (request.RequiredText("usagePlanId"), request.RequiredText("keyId"));
        return change => ApiAnswer.OfPlanKey(change.ApiKey(change.UsagePlanKey(planId, keyId).KeyId), withValue: true);
    }
}
