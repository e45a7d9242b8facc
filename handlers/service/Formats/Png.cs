using System.Buffers.Binary;
using System.IO.Hashing;

namespace ImageService.Handlers.Formats;

/// <summary>PNG (W3C PNG, third edition), animated ones included: a signature, and chunks of length, type, data and checksum.</summary>
internal static class Png
{
    private const int SignatureLength = 8;

    /// <summary>What a chunk has besides its data.</summary>
    private const int ChunkOverhead = 12;

    /// <summary>The length of the first chunk, IHDR.</summary>
    private const int HeaderLength = ChunkOverhead + 13;

    /// <summary>The eight bytes of §5.2.</summary>
    public static bool HasSignature(ReadOnlySpan<byte> image) => image.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);

    public static SizeReading ReadSize(FileView file) =>
        TryReadHeader(file.Head.From(SignatureLength), out var size) ? SizeReading.Of(size, FindOrientation(file)) : SizeReading.Broken;

    /// <summary>
    /// IHDR comes first and is 13 bytes long: width and height, 1 to 2³¹-1, bit depth, color type, compression and filter method, which are 0, and
    /// interlace method, 0 or 1 (§11.2.1). No decoder goes on where one of them is another, or its checksum (§5.3) is wrong.
    /// </summary>
    private static bool TryReadHeader(ReadOnlySpan<byte> chunk, out ImageSize size)
    {
        size = default;
        return chunk.Length >= HeaderLength
            && chunk.StartsWith("\0\0\0\rIHDR"u8)
            && Crc32.HashToUInt32(chunk[4..21]) == BinaryPrimitives.ReadUInt32BigEndian(chunk[21..])
            && IsPixelFormat(depth: chunk[16], colorType: chunk[17])
            && chunk[18] == 0 && chunk[19] == 0 && chunk[20] <= 1
            && ImageSize.TryCreate(BinaryPrimitives.ReadUInt32BigEndian(chunk[8..]), BinaryPrimitives.ReadUInt32BigEndian(chunk[12..]), out size);
    }

    /// <summary>The allowed combinations (§11.2.1, table 12).</summary>
    private static bool IsPixelFormat(byte depth, byte colorType) => colorType switch
    {
        0 => depth is 1 or 2 or 4 or 8 or 16,
        3 => depth is 1 or 2 or 4 or 8,
        2 or 4 or 6 => depth is 8 or 16,
        _ => false,
    };

    /// <summary>The eXIf chunk (§11.3.3.5) may be anywhere after IHDR; it is read where it is at hand.</summary>
    private static int? FindOrientation(FileView file)
    {
        for (var at = (ulong)(SignatureLength + HeaderLength); ;)
        {
            var chunk = file.At(at);
            if (chunk.Length < ChunkOverhead)
                return null;
            var length = BinaryPrimitives.ReadUInt32BigEndian(chunk);
            if (chunk[4..].StartsWith("eXIf"u8))
                return Exif.Orientation(chunk[8..].AtMost(length));
            at += ChunkOverhead + (ulong)length;
        }
    }
}
