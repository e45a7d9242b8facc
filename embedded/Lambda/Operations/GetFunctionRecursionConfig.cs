using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Lambda.Operations;

/// <summary>https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionRecursionConfig.html. AWS's standard, which nothing here changes.</summary>
internal sealed class GetFunctionRecursionConfig(Functions functions) : FunctionOperation(functions)
{
    public override Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var name = FunctionReference.Read(request);
        request.Finish();
        _ = Functions.Get(name);
        return (ControlAnswer)new JsonObject { ["RecursiveLoop"] = "Terminate" };
    }
}
