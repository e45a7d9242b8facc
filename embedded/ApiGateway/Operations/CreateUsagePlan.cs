using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_CreateUsagePlan.html</summary>
internal sealed class CreateUsagePlan(ResourceStore resources, TimeProvider time) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var plan = new StoredUsagePlan("", request.RequiredText("name"))
        {
            Description = request.Text("description"),
            Throttle = request.Structure("throttle") is { } throttle ? UsagePlanReader.Throttle(request, throttle) : null,
            Quota = request.Structure("quota") is { } quota ? UsagePlanReader.Quota(request, quota, time.GetUtcNow()) : null,
            Stages = [.. (request.List("apiStages") ?? []).Select(stage => UsagePlanReader.Stage(request, stage))],
            Tags = request.Tags(),
        };
        return change =>
        {
            var made = plan with { Id = change.NewId<StoredUsagePlan>(ApiIds.New) };
            UsagePlanRules.Verify(change, made);
            change.Put(made.Id, made);
            return UsagePlanAnswer.Of(made);
        };
    }
}
