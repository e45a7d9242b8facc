using Microsoft.Net.Http.Headers;

namespace ImageService.Handlers.Http;

/// <summary>Reads conditions on what the client has already (RFC 9110, section 13.1.2).</summary>
internal static class EntityTags
{
    /// <summary>
    /// Whether <c>If-None-Match</c> names the current tag, or any, so that the answer is 304. The comparison is weak; a header that is not a list of tags
    /// names none, and the answer is whole.
    /// </summary>
    public static bool IsKnownToClient(this Request request, string current) =>
        request.Headers.TryGetValue("If-None-Match", out var values)
        && EntityTagHeaderValue.TryParseList([.. values], out var tags)
        && tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(new EntityTagHeaderValue(current), useStrongComparison: false));

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
