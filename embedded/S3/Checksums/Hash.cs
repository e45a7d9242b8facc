using System.Security.Cryptography;

namespace EmbeddedAws.S3.Checksums;

/// <summary>A digest by one of the platform's hash functions.</summary>
internal sealed class Hash(HashAlgorithmName algorithm) : IDigest
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(algorithm);

    public void Append(ReadOnlySpan<byte> bytes) => _hash.AppendData(bytes);

    public byte[] Finish() => _hash.GetHashAndReset();

    public void Dispose() => _hash.Dispose();
}
