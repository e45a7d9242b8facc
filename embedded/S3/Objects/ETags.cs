namespace EmbeddedAws.S3.Objects;

/// <summary>Compares entity tags: RFC 9110 section 8.8.3.2, and S3 takes them without quotes too.</summary>
internal static class ETags
{
    private const string WeakPrefix = "W/";

    /// <summary>Whether a list of tags, or <c>*</c>, has this one. A weak tag matches where weak comparison is allowed only.</summary>
    public static bool Match(string list, string etag, bool weakly = false) =>
        list.Split(',', StringSplitOptions.TrimEntries).Any(tag => tag == "*" || Strong(tag, weakly).Trim('"') == etag.Trim('"'));

    private static string Strong(string tag, bool weakly) =>
        weakly && tag.StartsWith(WeakPrefix, StringComparison.Ordinal) ? tag[WeakPrefix.Length..] : tag;
}
