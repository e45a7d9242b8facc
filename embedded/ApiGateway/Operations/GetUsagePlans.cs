using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsagePlans.html</summary>
internal sealed class GetUsagePlans(ResourceStore resources) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var (page, keyId) = (ApiPage.Of(request), request.Text("keyId"));
        return change => page.Answer(
            change.List<StoredUsagePlan>().Where(plan => keyId is null || change.Find<StoredUsagePlanKey>($"{plan.Id}/{keyId}") is not null), plan => plan.Id, UsagePlanAnswer.Of);
    }
}
