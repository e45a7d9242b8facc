using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>A part of a list: https://docs.aws.amazon.com/apigateway/latest/api/API_GetResources.html#API_GetResources_RequestParameters.</summary>
internal sealed record ApiPage(Page Page)
{
    public static ApiPage Of(ControlRequest request) => new(Page.Of(request, "position", "limit", usual: 25, most: 500));

    /// <summary>The answer with the part.</summary>
    /// <param name="all">All of the list.</param>
    /// <param name="id">What they are sorted by.</param>
    /// <param name="answer">How an item is answered.</param>
    public JsonObject Answer<T>(IEnumerable<T> all, Func<T, string> id, Func<T, JsonObject> answer)
    {
        var (items, next) = Page.Cut(all, id);
        var members = new JsonObject { ["item"] = new JsonArray([.. items.Select(answer)]) };
        if (next is not null)
            members["position"] = next;
        return members;
    }
}
