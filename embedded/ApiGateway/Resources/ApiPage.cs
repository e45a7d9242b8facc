using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>A part of a list: https://docs.aws.amazon.com/apigateway/latest/api/API_GetResources.html#API_GetResources_RequestParameters.</summary>
/// <param name="Position">After which id the page begins.</param>
/// <param name="Limit">How many it has at most.</param>
internal sealed record ApiPage(string? Position, int Limit)
{
    /// <summary>Reads the members of a request that say which part of the list it wants.</summary>
    public static ApiPage Of(ControlRequest request) => request.Number("limit") is var limit && limit is null or (>= 1 and <= 500)
        ? new ApiPage(request.Text("position") is { Length: > 0 } position ? position : null, limit ?? 25)
        : throw request.Invalid("limit must be a whole number from 1 to 500.");

    /// <summary>The answer with the page.</summary>
    /// <param name="items">All of the list.</param>
    /// <param name="id">What they are sorted by.</param>
    /// <param name="answer">How an item is answered.</param>
    public JsonObject Answer<T>(IEnumerable<T> items, Func<T, string> id, Func<T, JsonObject> answer)
    {
        var rest = items.OrderBy(id, StringComparer.Ordinal).Where(item => Position is null || string.CompareOrdinal(id(item), Position) > 0).ToList();
        var page = rest.Take(Limit).ToList();
        var members = new JsonObject { ["item"] = new JsonArray([.. page.Select(answer)]) };
        if (rest.Count > page.Count)
            members["position"] = id(page[^1]);
        return members;
    }
}
