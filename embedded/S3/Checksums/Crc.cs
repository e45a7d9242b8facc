using System.IO.Hashing;

namespace EmbeddedAws.S3.Checksums;

/// <summary>A CRC. The library gives the lowest byte first, as files have it; S3 writes the highest first.</summary>
internal sealed class Crc(NonCryptographicHashAlgorithm crc) : IDigest
{
    public void Append(ReadOnlySpan<byte> bytes) => crc.Append(bytes);

    public byte[] Finish()
    {
        var bytes = crc.GetCurrentHash();
        Array.Reverse(bytes);
        return bytes;
    }

    public void Dispose()
    {
    }
}
