using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Lambda.Operations;

/// <summary>https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html</summary>
internal sealed class ListFunctions(Functions functions) : IControlOperation
{
    private const int MostItems = 50;

    public Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var (marker, count) = (request.Text("Marker") ?? "", request.Number("MaxItems") ?? MostItems);
        _ = request.Text("FunctionVersion"); // ALL, of functions that have one version.
        request.Finish();
        if (count is < 1 or > 10000)
            throw request.Invalid("MaxItems is a number from 1 to 10000.");
        var page = functions.List().Where(function => string.CompareOrdinal(function.FunctionName, marker) > 0).Take(Math.Min(count, MostItems) + 1).ToList();
        var answer = new JsonObject { ["Functions"] = new JsonArray([.. page.Take(Math.Min(count, MostItems)).Select(ConfigurationAnswer.Of)]) };
        if (page.Count > Math.Min(count, MostItems))
            answer["NextMarker"] = page[^2].FunctionName;
        return (ControlAnswer)answer;
    }
}
