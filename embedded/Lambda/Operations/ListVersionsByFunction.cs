using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Lambda.Operations;

/// <summary>https://docs.aws.amazon.com/lambda/latest/api/API_ListVersionsByFunction.html</summary>
internal sealed class ListVersionsByFunction(Functions functions) : FunctionOperation(functions)
{
    public override Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var name = FunctionReference.Read(request);
        _ = (request.Text("Marker"), request.Number("MaxItems")); // There is one version.
        request.Finish();
        var latest = ConfigurationAnswer.Of(Functions.Get(name));
        latest["FunctionArn"] = $"{FunctionConfiguration.ArnOf(name)}:{FunctionConfiguration.Latest}";
        return (ControlAnswer)new JsonObject { ["Versions"] = new JsonArray(latest) };
    }
}
