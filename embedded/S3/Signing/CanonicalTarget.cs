using EmbeddedAws.S3.Wire;
using EmbeddedAws.Signing;

namespace EmbeddedAws.S3.Signing;

/// <summary>What a signature of version 4 covers, as S3 wants it: https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html#canonical-request</summary>
internal static class CanonicalTarget
{
    /// <param name="request">The request.</param>
    /// <param name="signedHeaders">The headers that are signed, in the order of the signature.</param>
    public static string RequestOf(S3Request request, IReadOnlyList<string> signedHeaders) => CanonicalRequest.Of(
        request.Context.Request,
        Path(request),
        Query(request),
        signedHeaders,
        request.Header("x-amz-content-sha256") ?? request.Query.GetValueOrDefault("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD"));

    /// <summary>Encoded anew, since clients differ in which characters they escape. S3 does not remove dot segments or double slashes.</summary>
    private static string Path(S3Request request) => PercentEncoding.Encode(PercentEncoding.Decode(request.Target.Path)!, keepSlash: true);

    private static string Query(S3Request request) => string.Join(
        '&',
        request.Query.Where(p => p.Key != "X-Amz-Signature")
            .Select(p => (Name: PercentEncoding.Encode(p.Key), Value: PercentEncoding.Encode(p.Value)))
            .OrderBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => $"{p.Name}={p.Value}"));
}
