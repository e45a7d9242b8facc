using System.Globalization;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Wire;
using EmbeddedAws.Signing;

namespace EmbeddedAws.S3.Signing;

/// <summary>What a request says that is signed by its header: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-auth-using-authorization-header.html</summary>
internal static class HeaderSignature
{
    /// <param name="request">The request.</param>
    /// <param name="keyOf">Finds an access key, or refuses the request.</param>
    /// <exception cref="S3Exception">A part of it is missing or malformed, or its access key is unknown.</exception>
    public static Signature Of(S3Request request, Func<string, AccessKey> keyOf)
    {
        if (AuthorizationHeader.Of(request.Context.Request) is not { Credential: { } credential, SignedHeaders: { } names, Signature: { } value })
            throw S3Errors.AuthorizationHeaderMalformed("the authorization header requires three components: Credential, SignedHeaders, and Signature.");
        var date = DateOf(request);
        var parts = PartsOf(credential, date);
        var signedHeaders = Signature.HeadersIn(names) ?? throw S3Errors.AuthorizationHeaderMalformed("SignedHeaders must name each header once.");
        if (!signedHeaders.Contains("host"))
            throw S3Errors.AuthorizationHeaderMalformed("SignedHeaders must include host.");
        if (request.Header("x-amz-content-sha256") is null)
            throw S3Errors.InvalidRequest("Missing required header for this request: x-amz-content-sha256");
        return new Signature(keyOf(parts[0]), parts[1..], date, signedHeaders, value);
    }

    private static DateTimeOffset DateOf(S3Request request)
    {
        if (Signature.TryParseDate(request.Header("x-amz-date"), out var date))
            return date;
        return DateTimeOffset.TryParseExact(request.Header("Date"), "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date)
            ? date
            : throw S3Errors.AccessDenied("AWS authentication requires a valid Date or x-amz-date header");
    }

    private static string[] PartsOf(string credential, DateTimeOffset date)
    {
        if (credential.Split('/') is not [_, var day, _, "s3", "aws4_request"] parts)
        {
            throw S3Errors.AuthorizationHeaderMalformed(
                "the Credential is mal-formed; expecting \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".");
        }

        return day == date.ToString("yyyyMMdd", CultureInfo.InvariantCulture)
            ? parts
            : throw S3Errors.AuthorizationHeaderMalformed($"Invalid credential date \"{day}\". This date is not the same as X-Amz-Date: \"{date:yyyyMMdd}\".");
    }
}
