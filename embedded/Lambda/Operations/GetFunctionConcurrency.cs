using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Lambda.Operations;

/// <summary>https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConcurrency.html</summary>
internal sealed class GetFunctionConcurrency(Functions functions) : FunctionOperation(functions)
{
    public override Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var name = FunctionReference.Read(request);
        request.Finish();
        return (ControlAnswer)(Functions.Get(name).ReservedConcurrency is { } reserved ? new JsonObject { ["ReservedConcurrentExecutions"] = reserved } : []);
    }
}
