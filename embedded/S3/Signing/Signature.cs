using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EmbeddedAws.S3.Signing;

/// <summary>Signature version 4: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html</summary>
internal static class Signature
{
    public static string StringToSign(PresignedRequest url, string canonicalRequest) => string.Join(
        '\n',
        PresignedRequest.Algorithm,
        url.Date.UtcDateTime.ToString(PresignedRequest.DateFormat, CultureInfo.InvariantCulture),
        string.Join('/', url.Scope),
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonicalRequest))));

    public static string Of(string stringToSign, string secret, IEnumerable<string> scope)
    {
        var key = scope.Aggregate(Encoding.UTF8.GetBytes($"AWS4{secret}"), Hmac);
        return Convert.ToHexStringLower(Hmac(key, stringToSign));
    }

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
