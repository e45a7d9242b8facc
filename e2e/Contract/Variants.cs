using System.Text.Json.Nodes;

namespace ImageService.E2E.Contract;

/// <summary>
/// OpenAPI knows one operation for a method of a path; where its answers depend on a query parameter, <c>x-download</c> tells them apart. On the
/// operation it names what each value of <c>download</c> asks for; on a part of it, it lists the values with which that part is there.
/// </summary>
internal static class Variants
{
    private const string Extension = "x-download";

    /// <summary>The values of <c>download</c> with the names of what they ask for; the first is for requests that have none of them.</summary>
    public static IReadOnlyList<(string? Value, string Name)> Of(JsonObject operation) =>
        operation[Extension] is JsonObject names
            ? [.. names.Select(name => ((string?)name.Key, (string)name.Value!))]
            : [(null, (string)operation["operationId"]!)];

    /// <summary>The responses of an operation as they are with one value of <c>download</c>.</summary>
    public static JsonObject Responses(JsonObject operation, string? value)
    {
        var responses = operation["responses"]!.DeepClone().AsObject();
        if (value is not null)
            Narrow(responses, value);
        return responses;
    }

    private static void Narrow(JsonNode? node, string value)
    {
        if (node is JsonObject members)
        {
            foreach (var name in members.Where(member => IsOfOthers(member.Value, value)).Select(member => member.Key).ToList())
                members.Remove(name);
            foreach (var member in members)
                Narrow(member.Value, value);
            // A header that is not there with each value cannot be called required; with its own value it is.
            if (members.ContainsKey(Extension) && members.ContainsKey("schema"))
                members["required"] = true;
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items.Where(item => IsOfOthers(item, value)).ToList())
                items.Remove(item);
            foreach (var item in items)
                Narrow(item, value);
        }
    }

    private static bool IsOfOthers(JsonNode? node, string value) =>
        node is JsonObject part && part[Extension] is JsonArray values && !values.Any(other => (string?)other == value);
}
