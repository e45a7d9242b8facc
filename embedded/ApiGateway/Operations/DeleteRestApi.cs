using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteRestApi.html</summary>
internal sealed class DeleteRestApi(ResourceStore resources) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var id = request.RequiredText("restApiId");
        return change =>
        {
            change.Delete<StoredApi>(change.Api(id).Id);
            foreach (var stage in change.List<StoredStage>($"{id}/"))
                StageRemoval.Remove(change, stage);
            change.DeleteAll<StoredResource>($"{id}/");
            change.DeleteAll<StoredMethod>($"{id}/");
            change.DeleteAll<StoredGatewayResponse>($"{id}/");
            change.DeleteAll<StoredDeployment>($"{id}/");
            return ControlAnswer.Nothing;
        };
    }
}
