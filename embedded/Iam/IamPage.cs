using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Iam;

/// <summary>A part of a list: https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoles.html#API_ListRoles_RequestParameters.</summary>
/// <param name="Marker">After which name the page begins.</param>
/// <param name="MaxItems">How many it has at most.</param>
internal sealed record IamPage(string? Marker, int MaxItems)
{
    /// <summary>Reads the members of a request that say which part of the list it wants.</summary>
    public static IamPage Of(ControlRequest request) => request.Number("MaxItems") is var most && most is null or (>= 1 and <= 1000)
        ? new IamPage(request.Text("Marker"), most ?? 100)
        : throw request.Invalid("1 validation error detected: Value at 'maxItems' failed to satisfy constraint: Member must have value from 1 to 1000");

    /// <summary>The answer with the page.</summary>
    /// <param name="member">The member of the list.</param>
    /// <param name="items">All of the list.</param>
    /// <param name="name">What they are sorted by.</param>
    /// <param name="answer">How an item is answered.</param>
    public JsonObject Answer<T>(string member, IEnumerable<T> items, Func<T, string> name, Func<T, JsonNode?> answer)
    {
        var rest = items.OrderBy(name, StringComparer.Ordinal).Where(item => Marker is null || string.CompareOrdinal(name(item), Marker) > 0).ToList();
        var page = rest.Take(MaxItems).ToList();
        return new JsonObject
        {
            [member] = new JsonArray([.. page.Select(answer)]),
            ["IsTruncated"] = rest.Count > page.Count,
            [nameof(Marker)] = rest.Count > page.Count ? name(page[^1]) : null,
        };
    }
}
