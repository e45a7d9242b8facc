using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_CreateDeployment.html</summary>
internal sealed class CreateDeployment(ResourceStore resources, TimeProvider time) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var (apiId, description) = (request.RequiredText("restApiId"), request.Text("description"));
        var (stageName, stageDescription, tracing) = (request.Text("stageName"), request.Text("stageDescription"), request.Boolean("tracingEnabled"));
        return change =>
        {
            var deployment = Snapshot.Take(change, change.Api(apiId), change.NewId<StoredDeployment>(ApiIds.NewInApi, $"{apiId}/"), time.GetUtcNow()) with { Description = description };
            change.Put(deployment.Key, deployment);
            if (stageName is { Length: > 0 })
            {
                var stage = change.Find<StoredStage>($"{apiId}/{stageName}") ?? new StoredStage(apiId, ApiNames.VerifiedStage(stageName), deployment.Id, time.GetUtcNow());
                change.Put(stage.Key, stage with
                {
                    DeploymentId = deployment.Id,
                    Description = stageDescription is { Length: > 0 } ? stageDescription : stage.Description,
                    TracingEnabled = tracing ?? stage.TracingEnabled,
                    Updated = time.GetUtcNow(),
                });
            }

            return ApiAnswer.Of(deployment);
        };
    }
}
