using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Lambda.Operations;

/// <summary>https://docs.aws.amazon.com/lambda/latest/api/API_ListTags.html</summary>
internal sealed class ListTags(Functions functions) : FunctionOperation(functions)
{
    public override string ResourceOf(ControlRequest request) => FunctionConfiguration.ArnOf(FunctionReference.Read(request, "Resource"));

    public override Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var name = FunctionReference.Read(request, "Resource");
        request.Finish();
        return (ControlAnswer)new JsonObject { ["Tags"] = Map(Functions.Get(name).Tags) };
    }
}
