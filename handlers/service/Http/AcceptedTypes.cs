using Microsoft.Net.Http.Headers;

namespace ImageService.Handlers.Http;

/// <summary>Reads which types a client can show (RFC 9110, section 12.5.1).</summary>
internal static class AcceptedTypes
{
    /// <summary>
    /// Whether <c>Accept</c> names a type, with a weight above zero. Wildcards name none: a client that knows a newer format says so, and all others send
    /// <c>*/*</c> or <c>image/*</c> too.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="type">The type: <c>image/webp</c>.</param>
    public static bool Accepts(this Request request, string type) =>
        request.Headers.TryGetValue("Accept", out var values)
        && MediaTypeHeaderValue.TryParseList([.. values], out var types)
        && types.Any(accepted => accepted.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase) && accepted.Quality is not 0);
}
