using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsagePlan.html</summary>
internal sealed class GetUsagePlan(ResourceStore resources) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var id = request.RequiredText("usagePlanId");
        return change => UsagePlanAnswer.Of(change.UsagePlan(id));
    }
}
