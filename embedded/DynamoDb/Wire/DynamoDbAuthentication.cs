using System.Security.Cryptography;
using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.Host;
using EmbeddedAws.Signing;

namespace EmbeddedAws.DynamoDb.Wire;

/// <summary>Lets requests in that are signed by their header: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/CommonErrors.html</summary>
internal sealed class DynamoDbAuthentication(AccessKeys keys, TimeProvider time)
{
    /// <summary>Reads the signature of a request, and refuses what cannot hold before the body is read.</summary>
    /// <exception cref="DynamoDbException">It is missing, its access key is unknown, or it has expired.</exception>
    public Signature Read(HttpRequest request)
    {
        var header = AuthorizationHeader.Of(request) ?? throw SigningErrors.MissingToken();
        if (header is not { Credential: { } credential, SignedHeaders: { } signedHeaders, Signature: { } value })
            throw SigningErrors.Incomplete(header);
        if (!Signature.TryParseDate(request.Headers["X-Amz-Date"], out var date))
            throw SigningErrors.NoDate();
        if (credential.Split('/') is not [var accessKeyId, var day, _, "dynamodb", "aws4_request"] parts || !Signature.Text(date).StartsWith($"{day}T", StringComparison.Ordinal))
            throw SigningErrors.WrongScope();
        var key = keys.Find(accessKeyId) ?? throw SigningErrors.UnknownKey();
        RequireInTime(date);
        return new Signature(key, parts[1..], date, Signature.HeadersIn(signedHeaders) ?? throw SigningErrors.Mismatch(), value);
    }

    /// <summary>Verifies the signature, which covers the body.</summary>
    /// <exception cref="DynamoDbException">It does not hold.</exception>
    public static void Verify(HttpRequest request, Signature signature, ReadOnlySpan<byte> body)
    {
        // Always /, without a query, where it is DynamoDB that a client calls.
        var target = RequestTarget.Of(request).Split('?', 2);
        var canonical = CanonicalRequest.Of(request, target[0], target.ElementAtOrDefault(1) ?? "", signature.SignedHeaders, Convert.ToHexStringLower(SHA256.HashData(body)));
        if (!signature.SignedHeaders.Contains("host") || !signature.Covers(signature.StringToSign(canonical)))
            throw SigningErrors.Mismatch();
        if (signature.UnsignedHeaders(request) is [var unsigned, ..])
            throw SigningErrors.Unsigned(unsigned);
    }

    private void RequireInTime(DateTimeOffset date)
    {
        var now = time.GetUtcNow();
        if (date < now - Signature.Skew)
            throw SigningErrors.Expired(date, now);
        if (date > now + Signature.Skew)
            throw SigningErrors.NotYetCurrent(date, now);
    }
}
