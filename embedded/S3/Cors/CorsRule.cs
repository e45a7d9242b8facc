namespace EmbeddedAws.S3.Cors;

/// <summary>Which pages may use a bucket, and how: https://docs.aws.amazon.com/AmazonS3/latest/API/API_CORSRule.html</summary>
/// <param name="Id">A name of up to 255 characters, or null.</param>
/// <param name="AllowedOrigins">The origins of the pages; <c>*</c> stands for any text, once in each.</param>
/// <param name="AllowedMethods">GET, HEAD, PUT, POST or DELETE.</param>
/// <param name="AllowedHeaders">The headers that a preflight may ask for; <c>*</c> stands for any text, once in each.</param>
/// <param name="ExposeHeaders">The headers of an answer that a page may read.</param>
/// <param name="MaxAgeSeconds">For how long a browser may keep the answer to a preflight, or null.</param>
public sealed record CorsRule(
    string? Id,
    IReadOnlyList<string> AllowedOrigins,
    IReadOnlyList<string> AllowedMethods,
    IReadOnlyList<string> AllowedHeaders,
    IReadOnlyList<string> ExposeHeaders,
    int? MaxAgeSeconds)
{
    /// <summary>Whether the pages of all origins are meant, so that the answer needs no name.</summary>
    internal bool IsForAll => AllowedOrigins.Contains("*");

    internal bool Covers(CorsRequest request) =>
        request.IsSendable
        && AllowedOrigins.Any(pattern => Fits(pattern, request.Origin, StringComparison.Ordinal))
        && AllowedMethods.Contains(request.Method)
        && request.Headers.All(header => AllowedHeaders.Any(pattern => Fits(pattern, header, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether a text fits a pattern with one <c>*</c> at most.</summary>
    private static bool Fits(string pattern, string text, StringComparison comparison) => pattern.Split('*') is [var start, var end]
        ? text.Length >= start.Length + end.Length && text.StartsWith(start, comparison) && text.EndsWith(end, comparison)
        : text.Equals(pattern, comparison);
}
