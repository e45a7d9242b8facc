using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Lambda.Operations;

/// <summary>https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunctionConcurrency.html</summary>
internal sealed class DeleteFunctionConcurrency(Functions functions) : FunctionOperation(functions)
{
    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var name = FunctionReference.Read(request);
        request.Finish();
        await ChangeAsync(name, before => before with { ReservedConcurrency = null });
        return ControlAnswer.Nothing;
    }
}
