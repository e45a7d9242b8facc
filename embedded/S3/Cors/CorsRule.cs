namespace EmbeddedAws.S3.Cors;

/// <summary>Whose pages may do what: https://docs.aws.amazon.com/AmazonS3/latest/API/API_CORSRule.html</summary>
internal sealed record CorsRule(
    string? Id,
    IReadOnlyList<string> AllowedOrigins,
    IReadOnlyList<string> AllowedMethods,
    IReadOnlyList<string> AllowedHeaders,
    IReadOnlyList<string> ExposeHeaders,
    int? MaxAgeSeconds)
{
    /// <summary>Whether the pages of all origins are meant, so that the answer needs no name.</summary>
    public bool IsForAll => AllowedOrigins.Contains("*");

    public bool Covers(CorsRequest request) =>
        request.IsSendable
        && AllowedOrigins.Any(pattern => Fits(pattern, request.Origin, StringComparison.Ordinal))
        && AllowedMethods.Contains(request.Method)
        && request.Headers.All(header => AllowedHeaders.Any(pattern => Fits(pattern, header, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether a text fits a pattern with one <c>*</c> at most.</summary>
    private static bool Fits(string pattern, string text, StringComparison comparison) => pattern.Split('*') is [var start, var end]
        ? text.Length >= start.Length + end.Length && text.StartsWith(start, comparison) && text.EndsWith(end, comparison)
        : text.Equals(pattern, comparison);
}
