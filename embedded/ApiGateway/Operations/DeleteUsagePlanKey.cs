using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteUsagePlanKey.html</summary>
internal sealed class DeleteUsagePlanKey(ResourceStore resources) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var (planId, keyId) = (request.RequiredText("usagePlanId"), request.RequiredText("keyId"));
        return change =>
        {
            change.Delete<StoredUsagePlanKey>(change.UsagePlanKey(planId, keyId).Key);
            return ControlAnswer.Nothing;
        };
    }
}
