using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Lambda.Operations;

/// <summary>https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunction.html</summary>
internal sealed class DeleteFunction(Functions functions) : FunctionOperation(functions)
{
    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var name = FunctionReference.Read(request);
        request.Finish();
        await Functions.ChangeAsync(name, null, before => before is null ? throw FunctionReference.NotFound(name) : null);
        return ControlAnswer.Nothing;
    }
}
