using System.Security.Cryptography;
using EmbeddedAws.Host;
using EmbeddedAws.Signing;

namespace EmbeddedAws.ControlPlane;

/// <summary>
/// Lets requests in that are signed by their header for the service that they call:
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
/// </summary>
internal sealed class ControlAuthentication(AccessKeys keys, TimeProvider time)
{
    /// <summary>Reads the signature of a request, and refuses what cannot hold before the body is read.</summary>
    /// <exception cref="AwsException">There is none, its access key is not known, or its time is over.</exception>
    public Signature Read(HttpRequest request, string service)
    {
        var header = AuthorizationHeader.Of(request) ?? throw new AwsException(403, "MissingAuthenticationTokenException", "Request is missing Authentication Token");
        if (header is not { Credential: { } credential, SignedHeaders: { } signedHeaders, Signature: { } value } || !Signature.TryParseDate(request.Headers["X-Amz-Date"], out var date))
            throw new AwsException(403, "IncompleteSignatureException", "The Authorization header requires Credential, SignedHeaders and Signature, and the request X-Amz-Date.");
        if (credential.Split('/') is not [var accessKeyId, var day, _, var scope, "aws4_request"] parts || scope != service || !Signature.Text(date).StartsWith($"{day}T", StringComparison.Ordinal))
            throw Invalid($"Credential should be scoped to a valid region and to {service}.");
        var key = keys.Find(accessKeyId) ?? throw new AwsException(403, "UnrecognizedClientException", "The security token included in the request is invalid.");
        if ((time.GetUtcNow() - date).Duration() > Signature.Skew)
            throw Invalid($"Signature expired or not yet current: {Signature.Text(date)} is not within {Signature.Skew.TotalMinutes} minutes of {Signature.Text(time.GetUtcNow())}.");
        return new Signature(key, parts[1..], date, Signature.HeadersIn(signedHeaders) ?? throw Invalid("SignedHeaders must name each header once."), value);
    }

    /// <summary>Verifies the signature, which covers the body.</summary>
    /// <exception cref="AwsException">It does not hold.</exception>
    public static void Verify(HttpRequest request, Signature signature, ReadOnlySpan<byte> body)
    {
        var target = RequestTarget.Of(request).Split('?', 2);
        var canonical = CanonicalRequest.Of(
            request, PathOf(target[0], signature), QueryOf(target.ElementAtOrDefault(1) ?? ""), signature.SignedHeaders, Convert.ToHexStringLower(SHA256.HashData(body)));
        if (!signature.SignedHeaders.Contains("host") || !signature.Covers(signature.StringToSign(canonical)))
        {
            throw Invalid(
                "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. "
                + "Consult the service documentation for details.");
        }

        if (signature.UnsignedHeaders(request) is [var unsigned, ..])
            throw Invalid($"'{unsigned}' must be a 'SignedHeader' in the AWS Authorization.");
    }

    /// <summary>Encoded once more than it was sent: all services but S3 have it so, which reads it first.</summary>
    private static string PathOf(string path, Signature signature) =>
        PercentEncoding.Encode(signature.Scope is [_, _, RequestedService.S3, _] ? PercentEncoding.Decode(path) ?? path : path, keepSlash: true);

    private static string QueryOf(string query) => string.Join(
        '&',
        query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2))
            .Select(pair => (Name: Again(pair[0]), Value: Again(pair.ElementAtOrDefault(1) ?? "")))
            .OrderBy(pair => pair.Name, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal)
            .Select(pair => $"{pair.Name}={pair.Value}"));

    private static string Again(string text) => PercentEncoding.Encode(PercentEncoding.Decode(text) ?? text);

    private static AwsException Invalid(string message) => new(403, "InvalidSignatureException", message);
}
