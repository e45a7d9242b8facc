using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>The parameters that put other headers into the answer than the object has; S3 takes them on signed requests only.</summary>
internal static class ResponseOverrides
{
    private const string Prefix = "response-";

    public static readonly IReadOnlyList<string> Parameters =
    [
        "response-cache-control",
        "response-content-disposition",
        "response-content-encoding",
        "response-content-language",
        "response-content-type",
        "response-expires",
    ];

    /// <summary>The headers to put in, by name.</summary>
    public static IReadOnlyList<(string Name, string Value)> Of(S3Request request)
    {
        var overrides = request.Query.Where(p => p.Key.StartsWith(Prefix, StringComparison.Ordinal)).ToList();
        if (overrides.Count > 0 && !request.Signed)
            throw S3Errors.InvalidRequest("Request specific response headers cannot be used for anonymous GET requests.");
        return [.. overrides.Select(p => (p.Key[Prefix.Length..], ObjectHeaders.Sendable(p.Key, p.Value)))];
    }
}
