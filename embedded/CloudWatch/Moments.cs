using System.Text.Json.Nodes;

namespace EmbeddedAws.CloudWatch;

/// <summary>Times in answers: forms have them as text, and JSON in seconds since 1970.</summary>
internal static class Moments
{
    /// <summary>The time in a node, where it is one.</summary>
    public static DateTimeOffset? In(JsonNode? node) =>
        node is JsonValue value && !value.TryGetValue(out string? _) && value.TryGetValue(out DateTimeOffset time) ? time : null;

    /// <summary>The same members with times in seconds.</summary>
    public static JsonObject InSeconds(JsonObject members) => (JsonObject)Convert(members)!;

    private static JsonNode? Convert(JsonNode? node) => node switch
    {
        JsonObject structure => new JsonObject(structure.Select(member => KeyValuePair.Create(member.Key, Convert(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Convert)]),
        _ => In(node) is { } time ? time.ToUnixTimeMilliseconds() / 1000.0 : node?.DeepClone(),
    };
}
