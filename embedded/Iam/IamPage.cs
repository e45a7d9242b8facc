using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Iam;

/// <summary>A part of a list: https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoles.html#API_ListRoles_RequestParameters.</summary>
internal sealed record IamPage(Page Page)
{
    public static IamPage Of(ControlRequest request) => new(Page.Of(request, "Marker", "MaxItems", usual: 100, most: 1000));

    /// <summary>The answer with the part.</summary>
    /// <param name="member">The member of the list.</param>
    /// <param name="all">All of the list.</param>
    /// <param name="name">What they are sorted by.</param>
    /// <param name="answer">How an item is answered.</param>
    public JsonObject Answer<T>(string member, IEnumerable<T> all, Func<T, string> name, Func<T, JsonNode?> answer)
    {
        var (items, next) = Page.Cut(all, name);
        return new JsonObject { [member] = new JsonArray([.. items.Select(answer)]), ["IsTruncated"] = next is not null, ["Marker"] = next };
    }
}
