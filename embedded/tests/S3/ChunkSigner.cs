using System.Security.Cryptography;
using System.Text;

namespace EmbeddedAws.Tests.S3;

/// <summary>
/// Signs a body in chunks, as clients do that sign it while they send it: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html
/// </summary>
/// <param name="secret">The secret of the client.</param>
/// <param name="time">When the head was signed.</param>
/// <param name="last">The signature of the head; later that of the last chunk.</param>
internal sealed class ChunkSigner(string secret, string time, string last)
{
    private const string HashOfNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private readonly string _scope = $"{time[..8]}/us-east-1/s3/aws4_request";

    /// <summary>The signature before the next.</summary>
    public string Last { get; private set; } = last;

    /// <summary>The signer of a body whose head is signed.</summary>
    public static ChunkSigner After((string Name, string Value)[] headers) => new(
        "test",
        headers.Single(header => header.Name == "x-amz-date").Value,
        headers.Single(header => header.Name == "Authorization").Value.Split("Signature=")[1]);

    /// <summary>The next chunk in its frame; the last is empty, and has no line break after it.</summary>
    public string Chunk(string bytes)
    {
        Sign($"AWS4-HMAC-SHA256-PAYLOAD\n{time}\n{_scope}\n{Last}\n{HashOfNothing}\n{Hash(bytes)}");
        return $"{bytes.Length:x};chunk-signature={Last}\r\n{bytes}{(bytes.Length > 0 ? "\r\n" : "")}";
    }

    /// <summary>The trailers after the last chunk, and their signature.</summary>
    /// <param name="trailer">One trailer: <c>name:value</c>; none where it is empty.</param>
    public string Trailers(string trailer)
    {
        Sign($"AWS4-HMAC-SHA256-TRAILER\n{time}\n{_scope}\n{Last}\n{Hash(trailer.Length > 0 ? $"{trailer}\n" : "")}");
        return $"{(trailer.Length > 0 ? $"{trailer}\r\n" : "")}x-amz-trailer-signature:{Last}\r\n";
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.Latin1.GetBytes(text)));

    private void Sign(string text) => Last = Convert.ToHexStringLower(
        _scope.Split('/').Append(text).Aggregate(Encoding.UTF8.GetBytes($"AWS4{secret}"), (key, part) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part))));
}
