using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Signing;

/// <summary>
/// A presigned URL of version 2, which boto3 and version 1 of the AWS CLI still make for us-east-1 unless told otherwise:
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/RESTAuthentication.html#RESTAuthenticationQueryStringAuth
/// </summary>
internal static class SignatureVersion2
{
    public static DateTimeOffset Expires(S3Request request) =>
        uint.TryParse(request.Query.GetValueOrDefault("Expires"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw S3Errors.AccessDenied("Invalid date (should be seconds since epoch)");

    /// <summary>All that is signed: a header that somebody adds or alters breaks the signature.</summary>
    public static string StringToSign(S3Request request) => string.Join(
        '\n',
        request.Context.Request.Method,
        request.Header("Content-MD5"),
        request.Header("Content-Type"),
        request.Query["Expires"],
        $"{AmzHeaders(request)}{request.Target.Path}{Overrides(request)}");

    // Version 2 is SHA-1 by definition; nothing but this machine's clients trusts it.
#pragma warning disable CA5350
    public static string Of(string stringToSign, string secret) =>
        Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(stringToSign)));
#pragma warning restore CA5350

    private static string AmzHeaders(S3Request request) => string.Concat(request.Headers
        .Select(header => header.Name.ToLowerInvariant())
        .Where(name => name.StartsWith("x-amz-", StringComparison.Ordinal))
        .Distinct()
        .Order(StringComparer.Ordinal)
        .Select(name => $"{name}:{request.Header(name)!.Trim()}\n"));

    private static string Overrides(S3Request request)
    {
        var overrides = string.Join('&', request.Query
            .Where(parameter => parameter.Key.StartsWith("response-", StringComparison.Ordinal))
            .OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
            .Select(parameter => $"{parameter.Key}={parameter.Value}"));
        return overrides.Length > 0 ? $"?{overrides}" : "";
    }
}
