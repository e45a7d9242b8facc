using System.Globalization;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Signing;

/// <summary>What a presigned URL says: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html</summary>
/// <param name="AccessKeyId">Who signed.</param>
/// <param name="Scope">Date, region, service and <c>aws4_request</c>: what the signing key is made for.</param>
/// <param name="Date">When it was signed.</param>
/// <param name="Expires">When it stops to hold.</param>
/// <param name="SignedHeaders">The headers that have to be sent as they were signed, in the order of the signature.</param>
/// <param name="Signature">The signature in hexadecimal.</param>
internal sealed record PresignedRequest(
    string AccessKeyId, IReadOnlyList<string> Scope, DateTimeOffset Date, DateTimeOffset Expires, IReadOnlyList<string> SignedHeaders, string Signature)
{
    public const string Algorithm = "AWS4-HMAC-SHA256";
    public const string DateFormat = "yyyyMMdd'T'HHmmss'Z'";

    private const int Week = 604800;

    /// <exception cref="S3Exception">A parameter is missing or malformed.</exception>
    public static PresignedRequest Of(S3Request request)
    {
        if (SignatureParameters.Required.Any(name => !request.Query.ContainsKey(name)))
        {
            throw S3Errors.AuthorizationQueryParameters(
                $"Query-string authentication version 4 requires the {string.Join(", ", SignatureParameters.Required)} parameters.");
        }

        if (request.Query["X-Amz-Algorithm"] != Algorithm)
            throw S3Errors.AuthorizationQueryParameters($"X-Amz-Algorithm only supports \"{Algorithm}\"");
        var date = DateIn(request.Query["X-Amz-Date"]);
        var credential = CredentialIn(request.Query["X-Amz-Credential"], date);
        var signedHeaders = request.Query["X-Amz-SignedHeaders"].Split(';');
        if (!signedHeaders.Contains("host"))
            throw S3Errors.AuthorizationQueryParameters("The host header has to be among X-Amz-SignedHeaders.");
        var expires = date.AddSeconds(SecondsIn(request.Query["X-Amz-Expires"]));
        return new PresignedRequest(credential[0], credential[1..], date, expires, signedHeaders, request.Query["X-Amz-Signature"]);
    }

    private static DateTimeOffset DateIn(string text) =>
        DateTimeOffset.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : throw S3Errors.AuthorizationQueryParameters("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");

    private static string[] CredentialIn(string text, DateTimeOffset date)
    {
        if (text.Split('/') is not [_, var day, _, "s3", "aws4_request"] parts)
        {
            throw S3Errors.AuthorizationQueryParameters(
                "Error parsing the X-Amz-Credential parameter; the Credential is mal-formed; "
                + "expecting \"<YOUR-AKID>/YYYYMMDD/REGION/s3/aws4_request\".");
        }

        if (day != date.ToString("yyyyMMdd", CultureInfo.InvariantCulture))
            throw S3Errors.AuthorizationQueryParameters($"Invalid credential date \"{day}\". This date is not the same as X-Amz-Date.");
        return parts;
    }

    private static int SecondsIn(string text)
    {
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds))
            throw S3Errors.AuthorizationQueryParameters("X-Amz-Expires should be a number");
        return seconds switch
        {
            < 0 => throw S3Errors.AuthorizationQueryParameters("X-Amz-Expires must be non-negative"),
            > Week => throw S3Errors.AuthorizationQueryParameters(
                $"X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than {Week} seconds"),
            _ => seconds,
        };
    }
}
