using System.Globalization;
using System.Text.Json.Nodes;

namespace EmbeddedAws.CloudWatch;

/// <summary>A metric or an expression that an alarm looks at: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDataQuery.html</summary>
internal static class AlarmMetric
{
    /// <summary>The same with the types of its members, which forms have as text.</summary>
    public static JsonNode? Read(JsonNode? node) => node switch
    {
        JsonObject structure => new JsonObject(structure.Select(member => KeyValuePair.Create(member.Key, Read(member.Key, member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Read)]),
        _ => node?.DeepClone(),
    };

    private static JsonNode? Read(string name, JsonNode? node)
    {
        if (node is not JsonValue value || !value.TryGetValue(out string? text))
            return Read(node);
        if (name == "ReturnData" && bool.TryParse(text, out var boolean))
            return boolean;
        return name == "Period" && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : text;
    }
}
