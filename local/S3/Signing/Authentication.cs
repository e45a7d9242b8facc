using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ImageService.Local.S3.Errors;
using ImageService.Local.S3.Wire;

namespace ImageService.Local.S3.Signing;

/// <summary>
/// Lets requests in. A presigned URL is verified in full, as it goes through the hands of users; whoever else reaches this port
/// is a client of this machine, and may leave its request unsigned.
/// </summary>
internal sealed class Authentication(AccessKeys keys, TimeProvider time)
{
    private const string Version2 = "AWSAccessKeyId";
    private const string OneMechanism =
        "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, "
        + "Signature query string parameter or the Authorization header should be specified";

    /// <summary>How far a client's clock may be ahead, as with RequestTimeTooSkewed:
    /// https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(15);

    /// <exception cref="S3Exception">The signature does not hold.</exception>
    public void Check(S3Request request)
    {
        var scheme = request.Header("Authorization")?.Split(' ')[0];
        if (request.Query.ContainsKey(Version2) || scheme is not (null or PresignedUrl.Algorithm))
        {
            throw S3Errors.InvalidRequest(
                $"The authorization mechanism you have provided is not supported. Please use {PresignedUrl.Algorithm}.");
        }

        if (!SignatureParameters.Required.Any(request.Query.ContainsKey))
            return;
        if (scheme is not null)
            throw S3Errors.InvalidArgument(OneMechanism, "Authorization", scheme);
        var url = PresignedUrl.Of(request);
        RequireInTime(url);
        RequireSignature(request, url);
        RequireAllSigned(request, url);
    }

    private void RequireInTime(PresignedUrl url)
    {
        var now = time.GetUtcNow();
        if (now > url.Expires)
            throw S3Errors.AccessDenied("Request has expired", ("Expires", Text(url.Expires)), ("ServerTime", Text(now)));
        if (now < url.Date - Skew)
            throw S3Errors.AccessDenied("Request is not valid yet", ("ServerTime", Text(now)));

        static string Text(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }

    private void RequireSignature(S3Request request, PresignedUrl url)
    {
        var secret = keys.SecretOf(url.AccessKeyId) ?? throw S3Errors.InvalidAccessKeyId(url.AccessKeyId);
        var canonical = CanonicalRequest.Of(request, url.SignedHeaders);
        var toSign = Signature.StringToSign(url, canonical);
        var signature = Signature.Of(toSign, secret, url.Scope);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(url.Signature)))
            throw S3Errors.SignatureDoesNotMatch(url.AccessKeyId, toSign, canonical);
    }

    /// <summary>Whoever has the URL may not add to what its maker wanted.</summary>
    private static void RequireAllSigned(S3Request request, PresignedUrl url)
    {
        var unsigned = request.Context.Request.Headers.Keys
            .Where(name => name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase))
            .Where(name => !url.SignedHeaders.Contains(name, StringComparer.OrdinalIgnoreCase))
            .ToList();
        if (unsigned.Count > 0)
            throw S3Errors.AccessDenied("There were headers present in the request which were not signed", ("HeadersNotSigned", string.Join(", ", unsigned)));
    }
}
