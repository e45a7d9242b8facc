using Microsoft.Net.Http.Headers;

namespace ImageService.Handlers.Http;

/// <summary>Reads lists of entity tags, and conditions on what the client has already (RFC 9110, section 13.1).</summary>
internal static class EntityTags
{
    /// <summary>
    /// Whether <c>If-None-Match</c> names the current tag, or any, so that the answer is 304. The comparison is weak; a header that is not a list of tags
    /// names none, and the answer is whole.
    /// </summary>
    public static bool IsKnownToClient(this Request request, string current) =>
        request.Headers.TryGetValue("If-None-Match", out var values)
        && Parse(values) is { } tags
        && tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(new EntityTagHeaderValue(current), useStrongComparison: false));

    /// <summary>Reads <c>*</c>, or a list of tags. The lenient parser would pass over what it cannot read, and take v1* for *.</summary>
    /// <returns>Null where it is neither.</returns>
    public static IList<EntityTagHeaderValue>? Parse(IEnumerable<string> values) =>
        EntityTagHeaderValue.TryParseStrictList([.. values], out var tags) && (tags.Count == 1 || !tags.Contains(EntityTagHeaderValue.Any)) ? tags : null;

    /// <summary>
    /// The answer to a client that has the current state. It repeats what the whole answer would have said to caches (RFC 9110,
    /// section 15.4.5).
    /// </summary>
    /// <param name="current">The tag.</param>
    /// <param name="cacheControl">Null where the whole answer has none.</param>
    public static Response NotModified(string current, string? cacheControl = null)
    {
        var response = new Response(304) { Headers = { ["ETag"] = current } };
        if (cacheControl is not null)
            response.Headers["Cache-Control"] = cacheControl;
        return response;
    }
}
