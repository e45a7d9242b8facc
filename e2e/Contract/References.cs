using System.Text.Json.Nodes;

namespace ImageService.E2E.Contract;

/// <summary>Follows <c>$ref</c> within a document (RFC 6901).</summary>
internal static class References
{
    /// <summary>What a reference leads to.</summary>
    /// <exception cref="KeyNotFoundException">There is nothing.</exception>
    public static JsonNode Find(JsonNode document, string reference)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
            throw new NotSupportedException($"{reference} leads out of the description.");
        var node = document;
        foreach (var part in reference[2..].Split('/'))
        {
            var name = part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            node = node[name] ?? throw new KeyNotFoundException($"{reference} leads nowhere in the description.");
        }

        return node;
    }

    /// <summary>A node, or what it refers to.</summary>
    public static JsonObject Follow(JsonNode document, JsonNode? node)
    {
        while (node!["$ref"] is { } reference)
            node = Find(document, (string)reference!);
        return node.AsObject();
    }
}
