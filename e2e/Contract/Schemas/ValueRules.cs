using System.Text.Json;
using System.Text.Json.Nodes;

namespace ImageService.E2E.Contract.Schemas;

/// <summary>Keywords for values of any type, and for numbers.</summary>
internal static class ValueRules
{
    public static SchemaRule Type(JsonNode types)
    {
        string[] names = types is JsonArray several ? [.. several.Select(name => (string)name!)] : [(string)types!];
        return (value, path, faults) =>
        {
            if (!names.Any(name => Is(value, name)))
                faults.Add($"{path} is {Name(value)}, not {string.Join(" or ", names)}");
        };
    }

    public static SchemaRule OneOf(JsonNode?[] nodes)
    {
        JsonElement[] allowed = [.. nodes.Select(node => JsonSerializer.SerializeToElement(node))];
        return (value, path, faults) =>
        {
            if (!allowed.Any(element => JsonElement.DeepEquals(element, value)))
                faults.Add($"{path} is {value.GetRawText()}, not {string.Join(" or ", allowed.Select(element => element.GetRawText()))}");
        };
    }

    public static SchemaRule Minimum(decimal least) => (value, path, faults) =>
    {
        if (value.ValueKind == JsonValueKind.Number && value.GetDecimal() < least)
            faults.Add($"{path} is {value}, less than {least}");
    };

    public static SchemaRule Maximum(decimal most) => (value, path, faults) =>
    {
        if (value.ValueKind == JsonValueKind.Number && value.GetDecimal() > most)
            faults.Add($"{path} is {value}, more than {most}");
    };

    private static bool Is(JsonElement value, string type) => type switch
    {
        "integer" => value.ValueKind == JsonValueKind.Number && decimal.IsInteger(value.GetDecimal()),
        "null" or "boolean" or "number" or "string" or "array" or "object" => Name(value) == type,
        _ => throw new NotSupportedException($"{type} is no type of JSON."),
    };

    private static string Name(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var kind => kind.ToString().ToLowerInvariant(),
    };
}
