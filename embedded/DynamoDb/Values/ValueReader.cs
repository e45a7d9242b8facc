using System.Text;
using System.Text.Json;
using EmbeddedAws.DynamoDb.Errors;

namespace EmbeddedAws.DynamoDb.Values;

/// <summary>Reads attribute values from DynamoDB's JSON: <c>{"S": "text"}</c>.</summary>
internal static class ValueReader
{
    private const int DeepestNesting = 32;
    private const int LongestAttributeName = 65535;

    public static AttributeValue Read(JsonElement json) => Read(json, depth: 0);

    /// <summary>Reads the attributes of an item, a key or a map.</summary>
    public static MapValue ReadItem(JsonElement json) => ReadMap(json, depth: 0);

    /// <summary>Checks the length of the name of an attribute.</summary>
    public static void CheckLength(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) > LongestAttributeName)
            throw ValueErrors.LongAttributeName();
    }

    private static AttributeValue Read(JsonElement json, int depth)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw RequestErrors.NotAStructure(json);
        AttributeValue? value = null;
        foreach (var member in json.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Null)
                continue;
            if (value is not null)
                throw ValueErrors.SeveralTypes();
            value = Read(member.Name, member.Value, depth);
        }

        return value ?? throw ValueErrors.NoType();
    }

    private static AttributeValue Read(string type, JsonElement json, int depth) => type switch
    {
        "S" => new StringValue(Text(json)),
        "N" => new NumberValue(Number.Parse(Text(json))),
        "B" => new BinaryValue(Bytes(json)),
        "BOOL" => new BooleanValue(Boolean(json)),
        "NULL" => Boolean(json) ? new NullValue() : throw ValueErrors.NullNotTrue(),
        "SS" => Set("S", json, element => new StringValue(Text(element))),
        "NS" => Set("N", json, element => new NumberValue(Number.Parse(Text(element)))),
        "BS" => Set("B", json, element => new BinaryValue(Bytes(element))),
        "L" => ReadList(json, depth + 1),
        "M" => ReadMap(json, depth + 1),
        _ => throw ValueErrors.NoType(),
    };

    private static string Text(JsonElement json) =>
        json.ValueKind == JsonValueKind.String ? json.GetString()! : throw RequestErrors.NotConvertible(json, "a String");

    private static bool Boolean(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw RequestErrors.NotConvertible(json, "a Boolean"),
    };

    private static byte[] Bytes(JsonElement json) =>
        json.ValueKind == JsonValueKind.String && json.TryGetBytesFromBase64(out var bytes) ? bytes : throw RequestErrors.NotBase64();

    private static SetValue Set(string elementType, JsonElement json, Func<JsonElement, AttributeValue> read)
    {
        var elements = Elements(json).Select(read).ToList();
        if (elements.Count == 0)
            throw ValueErrors.EmptySet(elementType + "S");
        if (elements.ToHashSet().Count != elements.Count)
            throw ValueErrors.Duplicates(elementType + "S", Elements(json).Select(Text));
        return new SetValue(elementType, elements);
    }

    private static ListValue ReadList(JsonElement json, int depth)
    {
        Deepen(depth);
        return new ListValue([.. Elements(json).Select(element => Read(element, depth))]);
    }

    private static MapValue ReadMap(JsonElement json, int depth)
    {
        Deepen(depth);
        if (json.ValueKind != JsonValueKind.Object)
            throw RequestErrors.NotAStructure(json);
        var attributes = new Dictionary<string, AttributeValue>();
        foreach (var member in json.EnumerateObject())
        {
            Name(member.Name);
            attributes.Add(member.Name, Read(member.Value, depth));
        }

        return new MapValue(attributes);
    }

    private static void Deepen(int depth)
    {
        if (depth > DeepestNesting)
            throw ValueErrors.TooDeep();
    }

    private static void Name(string name)
    {
        if (name.Length == 0)
            throw ValueErrors.NoAttributeName();
        CheckLength(name);
    }

    private static JsonElement.ArrayEnumerator Elements(JsonElement json) =>
        json.ValueKind == JsonValueKind.Array ? json.EnumerateArray() : throw RequestErrors.NotAList(json);
}
