using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsagePlans.html</summary>
internal sealed class GetUsagePlans(ResourceStore resources) : ApiGatewayQuery(resources)
{
    protected override Func<IResources, ControlAnswer> Read(ControlRequest request)
    {
        var (page, keyId) = (ApiPage.Of(request), request.Text("keyId"));
        return stored => page.Answer(
            stored.List<StoredUsagePlan>().Where(plan => keyId is null || stored.Find<StoredUsagePlanKey>($"{plan.Id}/{keyId}") is not null), plan => plan.Id, UsagePlanAnswer.Of);
    }
}
