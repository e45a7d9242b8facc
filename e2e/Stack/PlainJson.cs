using System.Collections;
using System.Text.Json.Nodes;
using Pulumi;

namespace ImageService.E2E.Stack;

/// <summary>What Pulumi hands to mocks, as JSON.</summary>
internal static class PlainJson
{
    public static JsonObject Of(IEnumerable<KeyValuePair<string, object>> map) =>
        new(map.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => KeyValuePair.Create(entry.Key, Node(entry.Value))));

    /// <summary>JSON without the white space that makes it readable; its members keep their order, which is alphabetical in <see cref="Of"/>.</summary>
    public static string Compact(string json) => JsonNode.Parse(json)!.ToJsonString();

    private static JsonNode? Node(object? value) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        double number => JsonValue.Create(number),
        IEnumerable<KeyValuePair<string, object>> map => Of(map),
        AssetOrArchive asset => JsonValue.Create(asset.GetType().Name),
        IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(Node)]),
        _ => throw new NotSupportedException($"{value.GetType()} is not a plain value."),
    };
}
