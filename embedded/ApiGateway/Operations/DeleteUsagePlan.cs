using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteUsagePlan.html</summary>
internal sealed class DeleteUsagePlan(ResourceStore resources) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var id = request.RequiredText("usagePlanId");
        return change =>
        {
            if (change.UsagePlan(id).Stages.Count > 0)
                throw ApiErrors.BadRequest($"Cannot delete usage plan {id}: it is associated with API stages. Remove them first");
            change.Delete<StoredUsagePlan>(id);
            change.DeleteAll<StoredUsagePlanKey>($"{id}/");
            return ControlAnswer.Nothing;
        };
    }
}
