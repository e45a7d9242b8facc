using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Lambda.Operations;

/// <summary>https://docs.aws.amazon.com/lambda/latest/api/API_GetRuntimeManagementConfig.html. AWS's standard, which nothing here changes.</summary>
internal sealed class GetRuntimeManagementConfig(Functions functions) : FunctionOperation(functions)
{
    public override Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var name = FunctionReference.Read(request);
        request.Finish();
        return (ControlAnswer)new JsonObject { ["UpdateRuntimeOn"] = "Auto", ["FunctionArn"] = Functions.Get(name).Arn };
    }
}
