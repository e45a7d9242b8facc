using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsagePlanKeys.html</summary>
internal sealed class GetUsagePlanKeys(ResourceStore resources) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var (planId, page, name) = (request.RequiredText("usagePlanId"), ApiPage.Of(request), request.Text("nameQuery") ?? "");
        return change => page.Answer(
            change.List<StoredUsagePlanKey>($"{change.UsagePlan(planId).Id}/").Select(key => change.ApiKey(key.KeyId)).Where(key => (key.Name ?? "").StartsWith(name, StringComparison.Ordinal)),
            key => key.Id,
            key => ApiAnswer.OfPlanKey(key, withValue: true));
    }
}
