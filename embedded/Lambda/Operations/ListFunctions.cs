using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Lambda.Operations;

/// <summary>https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html</summary>
internal sealed class ListFunctions(Functions functions) : IControlOperation
{
    private const int MostItems = 50;

    public Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var page = Page.Of(request, "Marker", "MaxItems", MostItems, most: 10_000);
        _ = request.Text("FunctionVersion"); // ALL, of functions that have one version.
        request.Finish();
        // It may ask for more than it gets.
        var (items, next) = (page with { Most = Math.Min(page.Most, MostItems) }).Cut(functions.List(), function => function.FunctionName);
        var answer = new JsonObject { ["Functions"] = new JsonArray([.. items.Select(ConfigurationAnswer.Of)]) };
        if (next is not null)
            answer["NextMarker"] = next;
        return (ControlAnswer)answer;
    }
}
