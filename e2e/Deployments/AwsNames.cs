using System.Text.Json.Nodes;

namespace ImageService.E2E.Deployments;

/// <summary>Turns what the program writes into AWS's names, which begin with capitals: <c>logFormat</c> is <c>LogFormat</c>.</summary>
internal static class AwsNames
{
    public static JsonNode? Of(JsonNode? node) => node switch
    {
        JsonObject structure => new JsonObject(structure.Select(member => KeyValuePair.Create($"{char.ToUpperInvariant(member.Key[0])}{member.Key[1..]}", Of(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Of)]),
        _ => node?.DeepClone(),
    };
}
