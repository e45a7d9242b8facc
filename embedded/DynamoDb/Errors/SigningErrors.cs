using EmbeddedAws.Signing;

namespace EmbeddedAws.DynamoDb.Errors;

/// <summary>Requests that are not signed, or not with a known access key.</summary>
internal static class SigningErrors
{
    public static DynamoDbException MissingToken() => ErrorTypes.Of(400, "MissingAuthenticationTokenException", "Request is missing Authentication Token");

    /// <param name="header">What there is of the header.</param>
    public static DynamoDbException Incomplete(AuthorizationHeader header) => ErrorTypes.Of(400, "IncompleteSignatureException", string.Join(
        ' ',
        new[] { ("Credential", header.Credential), ("Signature", header.Signature), ("SignedHeaders", header.SignedHeaders) }
            .Where(part => part.Item2 is null).Select(part => $"Authorization header requires '{part.Item1}' parameter.")));

    public static DynamoDbException NoDate() => ErrorTypes.Of(
        400, "IncompleteSignatureException", "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");

    public static DynamoDbException WrongScope() => ErrorTypes.Of(400, "InvalidSignatureException", "Credential should be scoped to a valid region.");

    public static DynamoDbException UnknownKey() => ErrorTypes.Of(400, "UnrecognizedClientException", "The security token included in the request is invalid.");

    public static DynamoDbException Expired(DateTimeOffset signed, DateTimeOffset now) => ErrorTypes.Of(
        400,
        "InvalidSignatureException",
        $"Signature expired: {Signature.Text(signed)} is now earlier than {Signature.Text(now - Signature.Skew)} ({Signature.Text(now)} - {Signature.Skew.TotalMinutes} min.)");

    public static DynamoDbException NotYetCurrent(DateTimeOffset signed, DateTimeOffset now) => ErrorTypes.Of(
        400,
        "InvalidSignatureException",
        $"Signature not yet current: {Signature.Text(signed)} is still later than {Signature.Text(now + Signature.Skew)} ({Signature.Text(now)} + {Signature.Skew.TotalMinutes} min.)");

    public static DynamoDbException Unsigned(string header) => ErrorTypes.Of(400, "InvalidSignatureException", $"'{header}' must be a 'SignedHeader' in the AWS Authorization.");

    public static DynamoDbException Mismatch() => ErrorTypes.Of(
        400,
        "InvalidSignatureException",
        "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. "
        + "Consult the service documentation for details.");
}
