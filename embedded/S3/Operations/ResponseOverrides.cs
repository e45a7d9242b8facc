using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>The parameters that put other headers into the answer than the object has.</summary>
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
    public static IReadOnlyList<(string Name, string Value)> Of(S3Request request) =>
    [
        .. request.Query.Where(p => p.Key.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(p => (p.Key[Prefix.Length..], ObjectHeaders.Sendable(p.Key, p.Value))),
    ];
}
