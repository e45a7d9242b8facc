using System.Diagnostics.CodeAnalysis;

namespace ImageService.Handlers.Http;

/// <summary>Reads media types (RFC 9110, section 8.3.1).</summary>
internal static class MediaTypes
{
    /// <summary>The name in lower case, without parameters: <c>image/png</c>. It is not validated: callers compare it with the types that they know.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? NameOf(string? text) => text?.Split(';', 2)[0].Trim().ToLowerInvariant();
}
