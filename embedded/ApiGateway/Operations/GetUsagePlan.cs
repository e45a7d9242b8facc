using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsagePlan.html</summary>
internal sealed class GetUsagePlan(ResourceStore resources) : ApiGatewayQuery(resources)
{
    protected override Func<IResources, ControlAnswer> Read(ControlRequest request)
    {
        var id = request.RequiredText("usagePlanId");
        return stored => UsagePlanAnswer.Of(stored.UsagePlan(id));
    }
}
