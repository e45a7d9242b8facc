namespace ImageService.Handlers.Http;

/// <summary>Reads media types (RFC 9110, section 8.3.1).</summary>
internal static class MediaTypes
{
    /// <summary>The name in lower case, without parameters, which may be malformed: <c>image/png</c>.</summary>
    /// <returns>Null where the text is not a media type.</returns>
    public static string? NameOf(string? text)
    {
        var name = text?.Split(';', 2)[0].Trim().ToLowerInvariant();
        return name?.Split('/') is [{ Length: > 0 } type, { Length: > 0 } subtype] && IsVisible(type) && IsVisible(subtype) ? name : null;
    }

    private static bool IsVisible(string text) => !text.AsSpan().ContainsAnyExceptInRange('!', '~') && !text.Contains(',', StringComparison.Ordinal);
}
