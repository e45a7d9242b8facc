using Microsoft.Net.Http.Headers;

namespace ImageService.Handlers.Http;

/// <summary>Reads media types (RFC 9110, section 8.3.1).</summary>
internal static class MediaTypes
{
    /// <summary>The name in lower case, without parameters: <c>image/png</c>.</summary>
    /// <returns>Null where the text is no media type.</returns>
    public static string? NameOf(string? text) =>
        MediaTypeHeaderValue.TryParse(text, out var type) ? type.MediaType.Value?.ToLowerInvariant() : null;
}
