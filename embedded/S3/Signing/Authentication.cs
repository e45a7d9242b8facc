using System.Globalization;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Wire;
using EmbeddedAws.Signing;

namespace EmbeddedAws.S3.Signing;

/// <summary>Lets requests in that are signed, by their header or by a presigned URL. One that is not signed has no access key.</summary>
internal sealed class Authentication(AccessKeys keys, TimeProvider time)
{
    private const string OneMechanism =
        "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, "
        + "Signature query string parameter or the Authorization header should be specified";

    /// <summary>Verifies the signature of a request, and notes whose it is.</summary>
    /// <exception cref="S3Exception">It does not hold.</exception>
    public void Check(S3Request request)
    {
        var isInQuery = request.IsVersion2 || SignatureParameters.Required.Any(request.Query.ContainsKey);
        if (request.AuthorizationScheme is { } scheme)
            CheckScheme(scheme, isInQuery);
        request.AccessKey = isInQuery switch
        {
            true when request.IsVersion2 => CheckVersion2(request),
            true => CheckPresigned(request, PresignedRequest.Of(request, KeyOf)),
            false => CheckHeader(request),
        };
    }

    /// <summary>
    /// A header that is not AWS's does not compete with the query: a client that follows a redirect to a presigned URL may keep
    /// the one that it has for the API.
    /// </summary>
    private static void CheckScheme(string scheme, bool isInQuery)
    {
        if (scheme != Signature.Algorithm)
        {
            throw S3Errors.InvalidRequest(
                $"The authorization mechanism you have provided is not supported. Please use {Signature.Algorithm}.");
        }

        if (isInQuery)
            throw S3Errors.InvalidArgument(OneMechanism, "Authorization", scheme);
    }

    private AccessKey? CheckHeader(S3Request request)
    {
        if (request.AuthorizationScheme is null)
        {
            return request.Context.Request.Headers.Authorization is [{ } other, ..]
                ? throw S3Errors.InvalidArgument("Unsupported Authorization Type", "Authorization", other.Split(' ')[0])
                : null;
        }

        var signature = HeaderSignature.Of(request, KeyOf);
        var now = time.GetUtcNow();
        if ((now - signature.Date).Duration() > Signature.Skew)
            throw S3Errors.RequestTimeTooSkewed(Signature.Text(signature.Date), Text(now), Signature.Skew);
        Verify(request, signature);
        return signature.Key;
    }

    private AccessKey CheckVersion2(S3Request request)
    {
        RequireInTime(SignatureVersion2.Expires(request));
        var key = KeyOf(request.Query["AWSAccessKeyId"]);
        var toSign = SignatureVersion2.StringToSign(request);
        if (!Signature.AreEqual(SignatureVersion2.Of(toSign, key.Secret), request.Query.GetValueOrDefault("Signature", "")))
            throw S3Errors.SignatureDoesNotMatch(key.Id, toSign, "");
        if (SignatureVersion2.Unsigned(request) is { } unsigned)
            throw S3Errors.AccessDenied($"A URL of signature version 2 does not sign the parameter {unsigned} here. Sign it with version 4.");
        return key;
    }

    private AccessKey CheckPresigned(S3Request request, PresignedRequest url)
    {
        RequireInTime(url.Expires);
        if (url.Signature.Date > time.GetUtcNow() + Signature.Skew)
            throw S3Errors.AccessDenied("Request is not valid yet", ("ServerTime", Text(time.GetUtcNow())));
        Verify(request, url.Signature);
        return url.Signature.Key;
    }

    private void RequireInTime(DateTimeOffset until)
    {
        var now = time.GetUtcNow();
        if (now > until)
            throw S3Errors.AccessDenied("Request has expired", ("Expires", Text(until)), ("ServerTime", Text(now)));
    }

    private static void Verify(S3Request request, Signature signature)
    {
        var canonical = CanonicalTarget.RequestOf(request, signature.SignedHeaders);
        var toSign = signature.StringToSign(canonical);
        if (!signature.Covers(toSign))
            throw S3Errors.SignatureDoesNotMatch(signature.Key.Id, toSign, canonical);
        RequireAllSigned(request, signature);
        request.ChunkSignatures = new ChunkSignatures(signature);
    }

    private AccessKey KeyOf(string accessKeyId) => keys.Find(accessKeyId) ?? throw S3Errors.InvalidAccessKeyId(accessKeyId);

    private static string Text(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A request may not add to what was signed, least of all one with a presigned URL.</summary>
    private static void RequireAllSigned(S3Request request, Signature signature)
    {
        if (signature.UnsignedHeaders(request.Context.Request) is { Count: > 0 } unsigned)
            throw S3Errors.AccessDenied("There were headers present in the request which were not signed", ("HeadersNotSigned", string.Join(", ", unsigned)));
    }
}
