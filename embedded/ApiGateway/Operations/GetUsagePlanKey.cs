using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsagePlanKey.html</summary>
internal sealed class GetUsagePlanKey(ResourceStore resources) : ApiGatewayQuery(resources)
{
    protected override Func<IResources, ControlAnswer> Read(ControlRequest request)
    {
        var (planId, keyId) = (request.RequiredText("usagePlanId"), request.RequiredText("keyId"));
        return stored => ApiAnswer.OfPlanKey(stored.ApiKey(stored.UsagePlanKey(planId, keyId).KeyId), withValue: true);
    }
}
