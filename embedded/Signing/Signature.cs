using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EmbeddedAws.Signing;

/// <summary>Signature version 4: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html</summary>
/// <param name="Key">The access key that the request names.</param>
/// <param name="Scope">Date, region, service and <c>aws4_request</c>: what the signing key is made for.</param>
/// <param name="Date">When it was signed.</param>
/// <param name="SignedHeaders">The headers that must be sent as they were signed, in the order of the signature.</param>
/// <param name="Value">The signature in hexadecimal.</param>
internal sealed record Signature(AccessKey Key, IReadOnlyList<string> Scope, DateTimeOffset Date, IReadOnlyList<string> SignedHeaders, string Value)
{
    public const string Algorithm = "AWS4-HMAC-SHA256";
    public const string DateFormat = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>How far the clock of a client may be from that of AWS.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(15);

    /// <summary>The names in a list of signed headers, divided by semicolons; null where one is there twice: its value would count each time.</summary>
    public static string[]? HeadersIn(string list) =>
        list.Split(';') is var names && names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Length ? names : null;

    /// <summary>
    /// The headers of AWS that a request has and that are not signed. All have to be, so that nobody can add to what was signed:
    /// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request. Of what SDKs leave out, such as
    /// <c>amz-sdk-request</c> and <c>X-Amzn-Trace-Id</c>, none has this prefix.
    /// </summary>
    public IReadOnlyList<string> UnsignedHeaders(HttpRequest request) =>
    [
        .. request.Headers.Keys.Where(name => name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase) && !SignedHeaders.Contains(name, StringComparer.OrdinalIgnoreCase)),
    ];

    /// <summary>A time as signatures write it: <c>20260131T235959Z</c>.</summary>
    public static string Text(DateTimeOffset date) => date.UtcDateTime.ToString(DateFormat, CultureInfo.InvariantCulture);

    public static bool TryParseDate(string? text, out DateTimeOffset date) =>
        DateTimeOffset.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date);

    public string StringToSign(string canonicalRequest) => string.Join(
        '\n',
        Algorithm,
        Text(Date),
        string.Join('/', Scope),
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonicalRequest))));

    /// <summary>Whether it is the one that the owner of the access key makes.</summary>
    public bool Covers(string stringToSign) => AreEqual(Sign(SigningKey(), stringToSign), Value);

    /// <summary>The key that is made of the secret for the scope.</summary>
    public byte[] SigningKey() => Scope.Aggregate(Encoding.UTF8.GetBytes($"AWS4{Key.Secret}"), Hmac);

    /// <summary>The signature of a text in hexadecimal.</summary>
    public static string Sign(byte[] key, string stringToSign) => Convert.ToHexStringLower(Hmac(key, stringToSign));

    /// <summary>Compares signatures in a time that does not depend on how much of them is equal.</summary>
    public static bool AreEqual(string expected, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
