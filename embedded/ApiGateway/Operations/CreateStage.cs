using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html</summary>
internal sealed class CreateStage(ResourceStore resources, TimeProvider time) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var stage = new StoredStage(
            request.RequiredText("restApiId"), ApiNames.VerifiedStage(request.RequiredText("stageName")), request.RequiredText("deploymentId"), time.GetUtcNow())
        {
            Description = request.Text("description"),
            TracingEnabled = request.Boolean("tracingEnabled") ?? false,
            Tags = request.Tags(),
        };
        return change =>
        {
            _ = change.Api(stage.ApiId);
            StageRules.VerifyDeployment(change, stage);
            if (change.Find<StoredStage>(stage.Key) is not null)
                throw ApiErrors.Conflict("Stage already exists");
            change.Put(stage.Key, stage);
            return StageAnswer.Of(stage);
        };
    }
}
