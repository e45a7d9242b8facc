using System.Security.Cryptography;
using System.Text;
using EmbeddedAws.S3.Checksums;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Wire;
using EmbeddedAws.Signing;

namespace EmbeddedAws.S3.Payloads;

/// <summary>Verifies the signature of each chunk of a body, and that of its trailers.</summary>
internal sealed class SignedChunks : IDisposable
{
    private const string ChunkSignature = "chunk-signature=";
    private const string TrailerSignature = "x-amz-trailer-signature";

    private readonly Hash _hash = new(HashAlgorithmName.SHA256);
    private readonly ChunkSignatures _signatures;

    /// <exception cref="S3Exception">The request is not signed in a way that the signatures of chunks can follow.</exception>
    public SignedChunks(S3Request request)
    {
        _signatures = request.ChunkSignatures ?? throw S3Errors.InvalidRequest($"A body in signed chunks needs a request that is signed by {Signature.Algorithm}.");
    }

    /// <summary>Adds to the chunk that is being read.</summary>
    public void Append(ReadOnlySpan<byte> bytes) => _hash.Append(bytes);

    /// <summary>Ends a chunk.</summary>
    /// <param name="extension">What follows its size; null for nothing.</param>
    public void VerifyChunk(string? extension)
    {
        var signature = extension?.Trim() is { } text && text.StartsWith(ChunkSignature, StringComparison.Ordinal) ? text[ChunkSignature.Length..] : "";
        Verify(_signatures.OfChunk(_hash.Finish()), signature);
    }

    /// <summary>Verifies the trailers, of which one is the signature of the others.</summary>
    public void VerifyTrailers(IReadOnlyDictionary<string, string> trailers)
    {
        var signature = trailers.GetValueOrDefault(TrailerSignature) ?? throw S3Errors.MalformedTrailer();
        var lines = trailers.Select(trailer => (Name: trailer.Key.ToLowerInvariant(), trailer.Value))
            .Where(trailer => trailer.Name != TrailerSignature)
            .OrderBy(trailer => trailer.Name, StringComparer.Ordinal)
            .Select(trailer => $"{trailer.Name}:{trailer.Value}\n");
        Verify(_signatures.OfTrailers(SHA256.HashData(Encoding.Latin1.GetBytes(string.Concat(lines)))), signature);
    }

    public void Dispose() => _hash.Dispose();

    private void Verify(string toSign, string signature)
    {
        if (!_signatures.Follows(toSign, signature))
            throw S3Errors.SignatureDoesNotMatch(_signatures.AccessKeyId, toSign, "");
    }
}
