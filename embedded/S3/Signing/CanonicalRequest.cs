using System.Text.RegularExpressions;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Signing;

/// <summary>
/// The text that a signature of version 4 covers:
/// https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html#canonical-request
/// </summary>
internal static partial class CanonicalRequest
{
    public static string Of(S3Request request, IReadOnlyList<string> signedHeaders) => string.Join(
        '\n',
        request.Context.Request.Method,
        CanonicalPath(request),
        CanonicalQuery(request),
        string.Concat(signedHeaders.Select(name => $"{name}:{CanonicalValue(request, name)}\n")),
        string.Join(';', signedHeaders),
        request.Header("x-amz-content-sha256") ?? request.Query.GetValueOrDefault("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD"));

    /// <summary>Encoded anew, since clients differ in which characters they escape. S3 does not remove dot segments or double slashes.</summary>
    private static string CanonicalPath(S3Request request) =>
        PercentEncoding.Encode(PercentEncoding.Decode(request.Target.Path)!, keepSlash: true);

    private static string CanonicalQuery(S3Request request) => string.Join(
        '&',
        request.Query.Where(p => p.Key != "X-Amz-Signature")
            .Select(p => (Name: PercentEncoding.Encode(p.Key), Value: PercentEncoding.Encode(p.Value)))
            .OrderBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => $"{p.Name}={p.Value}"));

    private static string CanonicalValue(S3Request request, string name) =>
        Spaces().Replace(request.Context.Request.Headers[name].ToString().Trim(), " ");

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();
}
