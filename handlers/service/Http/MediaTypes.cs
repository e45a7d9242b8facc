namespace ImageService.Handlers.Http;

/// <summary>Reads media types (RFC 9110, section 8.3.1).</summary>
internal static class MediaTypes
{
    /// <summary>
    /// The name in lower case, without parameters, which may be malformed: <c>image/png</c>. Callers look for names that they know, so one that is
    /// malformed itself is like any other.
    /// </summary>
    public static string? NameOf(string? text) => text?.Split(';', 2)[0].Trim().ToLowerInvariant();
}
