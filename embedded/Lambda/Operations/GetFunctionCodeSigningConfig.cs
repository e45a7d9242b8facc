using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Lambda.Operations;

/// <summary>https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionCodeSigningConfig.html. No function has one.</summary>
internal sealed class GetFunctionCodeSigningConfig(Functions functions) : FunctionOperation(functions)
{
    public override Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var name = FunctionReference.Read(request);
        request.Finish();
        return (ControlAnswer)new JsonObject { ["CodeSigningConfigArn"] = "", ["FunctionName"] = Functions.Get(name).FunctionName };
    }
}
