using System.Globalization;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Wire;
using EmbeddedAws.Signing;

namespace EmbeddedAws.S3.Signing;

/// <summary>What a presigned URL says: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html</summary>
/// <param name="Signature">Its signature.</param>
/// <param name="Expires">When it expires.</param>
internal sealed record PresignedRequest(Signature Signature, DateTimeOffset Expires)
{
    private const int Week = 604800;

    /// <param name="request">The request.</param>
    /// <param name="keyOf">Finds an access key, or refuses the request.</param>
    /// <exception cref="S3Exception">A parameter is missing or malformed, or the access key is unknown.</exception>
    public static PresignedRequest Of(S3Request request, Func<string, AccessKey> keyOf)
    {
        if (SignatureParameters.Required.Any(name => !request.Query.ContainsKey(name)))
        {
            throw S3Errors.AuthorizationQueryParameters(
                $"Query-string authentication version 4 requires the {string.Join(", ", SignatureParameters.Required)} parameters.");
        }

        if (request.Query["X-Amz-Algorithm"] != Signature.Algorithm)
            throw S3Errors.AuthorizationQueryParameters($"X-Amz-Algorithm only supports \"{Signature.Algorithm}\"");
        var date = DateIn(request.Query["X-Amz-Date"]);
        var credential = CredentialIn(request.Query["X-Amz-Credential"], date);
        var signedHeaders = Signature.HeadersIn(request.Query["X-Amz-SignedHeaders"]) ?? throw S3Errors.AuthorizationQueryParameters("X-Amz-SignedHeaders must name each header once.");
        if (!signedHeaders.Contains("host"))
            throw S3Errors.AuthorizationQueryParameters("X-Amz-SignedHeaders must include host.");
        var expires = End(date, TimeSpan.FromSeconds(SecondsIn(request.Query["X-Amz-Expires"])));
        return new PresignedRequest(new Signature(keyOf(credential[0]), credential[1..], date, signedHeaders, request.Query["X-Amz-Signature"]), expires);
    }

    /// <summary>The end of a URL's time, at the latest that of the calendar.</summary>
    private static DateTimeOffset End(DateTimeOffset date, TimeSpan time) =>
        time < DateTimeOffset.MaxValue - date ? date + time : DateTimeOffset.MaxValue;

    private static DateTimeOffset DateIn(string text) =>
        Signature.TryParseDate(text, out var date)
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
