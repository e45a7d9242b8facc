using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteStage.html</summary>
internal sealed class DeleteStage(ResourceStore resources) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var (apiId, name) = (request.RequiredText("restApiId"), request.RequiredText("stageName"));
        return change =>
        {
            StageRemoval.Remove(change, change.Stage(apiId, name));
            return ControlAnswer.Nothing;
        };
    }
}
