using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Lambda.Operations;

/// <summary>https://docs.aws.amazon.com/lambda/latest/api/API_UntagResource.html</summary>
internal sealed class UntagResource(Functions functions) : FunctionOperation(functions)
{
    public override string ResourceOf(ControlRequest request) => FunctionConfiguration.ArnOf(FunctionReference.Read(request, "Resource"));

    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var name = FunctionReference.Read(request, "Resource");
        var keys = request.TextList("tagKeys");
        request.Finish();
        await ChangeAsync(name, before => before with { Tags = before.Tags.Without(keys) });
        return ControlAnswer.Nothing;
    }
}
