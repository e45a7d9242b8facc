using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Signing;

/// <summary>
/// Lets requests in. A presigned URL is verified in full, as it goes through the hands of users; whoever else reaches this port
/// is a client of this machine, and may leave its request unsigned.
/// </summary>
internal sealed class Authentication(AccessKeys keys, TimeProvider time)
{
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
        if (scheme is not (null or PresignedRequest.Algorithm))
        {
            throw S3Errors.InvalidRequest(
                $"The authorization mechanism you have provided is not supported. Please use {PresignedRequest.Algorithm}.");
        }

        if (!request.IsVersion2 && !SignatureParameters.Required.Any(request.Query.ContainsKey))
            return;
        if (scheme is not null)
            throw S3Errors.InvalidArgument(OneMechanism, "Authorization", scheme);
        if (request.IsVersion2)
            CheckVersion2(request);
        else
            CheckVersion4(request, PresignedRequest.Of(request));
    }

    private void CheckVersion2(S3Request request)
    {
        RequireInTime(DateTimeOffset.MinValue, SignatureVersion2.Expires(request));
        var accessKeyId = request.Query["AWSAccessKeyId"];
        var toSign = SignatureVersion2.StringToSign(request);
        RequireEqual(SignatureVersion2.Of(toSign, SecretOf(accessKeyId)), request.Query.GetValueOrDefault("Signature", ""), accessKeyId, toSign, "");
    }

    private void CheckVersion4(S3Request request, PresignedRequest url)
    {
        RequireInTime(url.Date - Skew, url.Expires);
        var canonical = CanonicalRequest.Of(request, url.SignedHeaders);
        var toSign = Signature.StringToSign(url, canonical);
        RequireEqual(Signature.Of(toSign, SecretOf(url.AccessKeyId), url.Scope), url.Signature, url.AccessKeyId, toSign, canonical);
        RequireAllSigned(request, url);
    }

    private void RequireInTime(DateTimeOffset from, DateTimeOffset until)
    {
        var now = time.GetUtcNow();
        if (now > until)
            throw S3Errors.AccessDenied("Request has expired", ("Expires", Text(until)), ("ServerTime", Text(now)));
        if (now < from)
            throw S3Errors.AccessDenied("Request is not valid yet", ("ServerTime", Text(now)));

        static string Text(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }

    private string SecretOf(string accessKeyId) => keys.SecretOf(accessKeyId) ?? throw S3Errors.InvalidAccessKeyId(accessKeyId);

    private static void RequireEqual(string expected, string given, string accessKeyId, string stringToSign, string canonicalRequest)
    {
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given)))
            throw S3Errors.SignatureDoesNotMatch(accessKeyId, stringToSign, canonicalRequest);
    }

    /// <summary>Whoever has the URL may not add to what its maker wanted.</summary>
    private static void RequireAllSigned(S3Request request, PresignedRequest url)
    {
        var unsigned = request.Context.Request.Headers.Keys
            .Where(name => name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase))
            .Where(name => !url.SignedHeaders.Contains(name, StringComparer.OrdinalIgnoreCase))
            .ToList();
        if (unsigned.Count > 0)
            throw S3Errors.AccessDenied("There were headers present in the request which were not signed", ("HeadersNotSigned", string.Join(", ", unsigned)));
    }
}
