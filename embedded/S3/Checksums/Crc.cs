using System.Buffers.Binary;
using EmbeddedAws.Checksums;

namespace EmbeddedAws.S3.Checksums;

/// <summary>A CRC whose register starts at, and is finished with, all ones: each of the three that S3 knows.</summary>
/// <param name="table">The table of its polynomial.</param>
/// <param name="size">How many bytes it has.</param>
internal sealed class Crc(CrcTable table, int size) : IDigest
{
    private readonly ulong _ones = ulong.MaxValue >> (64 - (8 * size));
    private ulong? _register;

    public void Append(ReadOnlySpan<byte> bytes) => _register = table.Update(_register ?? _ones, bytes);

    public byte[] Finish()
    {
        var wide = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(wide, (_register ?? _ones) ^ _ones);
        return wide[^size..];
    }

    public void Dispose()
    {
    }
}
