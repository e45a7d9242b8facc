using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsagePlanKeys.html</summary>
internal sealed class GetUsagePlanKeys(ResourceStore resources) : ApiGatewayQuery(resources)
{
    protected override Func<IResources, ControlAnswer> Read(ControlRequest request)
    {
        var (planId, page, name) = (request.RequiredText("usagePlanId"), ApiPage.Of(request), request.Text("nameQuery") ?? "");
        return stored => page.Answer(
            stored.List<StoredUsagePlanKey>($"{stored.UsagePlan(planId).Id}/").Select(key => stored.ApiKey(key.KeyId)).Where(key => (key.Name ?? "").StartsWith(name, StringComparison.Ordinal)),
            key => key.Id,
            key => ApiAnswer.OfPlanKey(key, withValue: true));
    }
}
