using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Lambda.Operations;

/// <summary>https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionConcurrency.html</summary>
internal sealed class PutFunctionConcurrency(Functions functions) : FunctionOperation(functions)
{
    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var name = FunctionReference.Read(request);
        var reserved = request.Number("ReservedConcurrentExecutions");
        request.Finish();
        if (reserved is not >= 0)
            throw request.Invalid("ReservedConcurrentExecutions is a number from 0.");
        await ChangeAsync(name, before => before with { ReservedConcurrency = reserved });
        return new JsonObject { ["ReservedConcurrentExecutions"] = reserved };
    }
}
