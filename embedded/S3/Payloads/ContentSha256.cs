using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Payloads;

/// <summary>
/// What <c>x-amz-content-sha256</c> says about the body: its hash, or how it is framed.
/// https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-auth-using-authorization-header.html
/// </summary>
/// <param name="Hash">The body's SHA-256 in hexadecimal, where the client has sent it.</param>
/// <param name="Chunked">Whether the body is <c>aws-chunked</c>.</param>
/// <param name="Trailer">Whether trailers may follow the chunks.</param>
/// <param name="Signed">Whether each chunk is signed, and the trailers are.</param>
internal sealed record ContentSha256(string? Hash, bool Chunked = false, bool Trailer = false, bool Signed = false)
{
    private const string Header = "x-amz-content-sha256";

    public static ContentSha256 Of(S3Request request) => request.Header(Header) switch
    {
        null or "UNSIGNED-PAYLOAD" => new(Hash: null),
        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD" => new(Hash: null, Chunked: true, Signed: true),
        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER" => new(Hash: null, Chunked: true, Trailer: true, Signed: true),
        "STREAMING-UNSIGNED-PAYLOAD-TRAILER" => new(Hash: null, Chunked: true, Trailer: true),
        { Length: 64 } hash when hash.All(char.IsAsciiHexDigit) => new(hash),
        { } other when other.StartsWith("STREAMING-", StringComparison.Ordinal) =>
            throw S3Errors.NotImplemented("Header", $"{Header}: {other}"),
        { } other =>
            throw S3Errors.InvalidArgument($"{Header} must be UNSIGNED-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, or a valid sha256 value.", Header, other),
    };
}
