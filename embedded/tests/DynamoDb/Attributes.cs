using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace EmbeddedAws.Tests.DynamoDb;

/// <summary>Items from plain C# values, and back: a text is an S, a number an N, an array of texts an SS, a list an L, a dictionary an M.</summary>
internal static class Attributes
{
    public static Dictionary<string, AttributeValue> Item(params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        var item = new Dictionary<string, AttributeValue>();
        foreach (var (name, value) in attributes)
            item.Add(name, Value(value));
        return item;
    }

    /// <summary>A set of strings.</summary>
    public static string[] Set(params string[] elements) => elements;

    public static AttributeValue Value(object? value) => value switch
    {
        AttributeValue given => given,
        null => new AttributeValue { NULL = true },
        string text => new AttributeValue { S = text },
        bool flag => new AttributeValue { BOOL = flag },
        byte[] bytes => new AttributeValue { B = new MemoryStream(bytes) },
        string[] texts => new AttributeValue { SS = [.. texts] },
        int[] numbers => new AttributeValue { NS = [.. numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))] },
        List<object?> list => new AttributeValue { L = [.. list.Select(Value)] },
        Dictionary<string, object?> map => new AttributeValue { M = map.ToDictionary(pair => pair.Key, pair => Value(pair.Value)) },
        IFormattable number => new AttributeValue { N = number.ToString(null, CultureInfo.InvariantCulture) },
        _ => throw new ArgumentException($"No attribute is a {value.GetType()}.", nameof(value)),
    };

    /// <summary>An item as one line, its names and sets in order: <c>id=x n=5 tags={a, b}</c>.</summary>
    public static string Show(IReadOnlyDictionary<string, AttributeValue>? item) => item is null
        ? "none"
        : string.Join(' ', item.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={Show(pair.Value)}"));

    private static string Show(AttributeValue value) => value switch
    {
        { S: { } text } => text,
        { N: { } number } => number,
        { BOOL: { } flag } => flag ? "true" : "false",
        { NULL: true } => "null",
        { B: { } bytes } => Convert.ToHexString(bytes.ToArray()),
        { SS: { Count: > 0 } texts } => $"{{{string.Join(", ", texts.Order(StringComparer.Ordinal))}}}",
        { NS: { Count: > 0 } numbers } => $"{{{string.Join(", ", numbers.Order(StringComparer.Ordinal))}}}",
        { BS: { Count: > 0 } binaries } => $"{{{string.Join(", ", binaries.Select(bytes => Convert.ToHexString(bytes.ToArray())))}}}",
        { L: { } list } => $"[{string.Join(", ", list.Select(Show))}]",
        _ => $"({Show(value.M)})",
    };
}
