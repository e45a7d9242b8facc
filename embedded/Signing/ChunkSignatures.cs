using System.Security.Cryptography;

namespace EmbeddedAws.Signing;

/// <summary>
/// The signatures of a body in chunks. Each covers the one before it, and the first that of the head:
/// https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html
/// </summary>
internal sealed class ChunkSignatures(Signature head)
{
    private static readonly string Nothing = Convert.ToHexStringLower(SHA256.HashData([]));

    private readonly byte[] _key = head.SigningKey();
    private string _last = head.Value;

    /// <summary>The id of the access key that signs them.</summary>
    public string AccessKeyId => head.Key.Id;

    /// <summary>What the signature of the next chunk covers.</summary>
    /// <param name="sha256">The SHA-256 of its bytes.</param>
    public string OfChunk(byte[] sha256) => StringToSign("PAYLOAD", Nothing, Convert.ToHexStringLower(sha256));

    /// <summary>What the signature of the trailers covers: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html</summary>
    /// <param name="sha256">The SHA-256 of their lines.</param>
    public string OfTrailers(byte[] sha256) => StringToSign("TRAILER", Convert.ToHexStringLower(sha256));

    /// <summary>Whether it is the one that the owner of the secret makes; the next has to cover it.</summary>
    public bool Follows(string stringToSign, string signature)
    {
        _last = signature;
        return Signature.AreEqual(Signature.Sign(_key, stringToSign), signature);
    }

    private string StringToSign(string kind, params string[] rest) =>
        string.Join('\n', [$"{Signature.Algorithm}-{kind}", Signature.Text(head.Date), string.Join('/', head.Scope), _last, .. rest]);
}
