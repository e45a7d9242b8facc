using System.Buffers.Binary;

namespace ImageService.Handlers.Formats;

/// <summary>The dimensions in the data of the three chunks with which a WebP may begin.</summary>
internal static class WebPImage
{
    private const int CanvasLength = 10;

    /// <summary>Flags and reserved bits (four bytes), then canvas width and height less one, 24 bits each (RFC 9649 §2.7).</summary>
    public static bool TryReadCanvas(ReadOnlySpan<byte> data, out ImageSize size)
    {
        var reader = new ByteReader(data.From(4), bigEndian: false);
        var width = reader.Read(3) + 1;
        var height = reader.Read(3) + 1;
        size = default;
        return data.Length == CanvasLength && width * height <= uint.MaxValue && ImageSize.TryCreate(width, height, out size);
    }

    /// <summary>
    /// A VP8 key frame (RFC 6386 §9.1): a tag, a start code, then 14 bits each of width and height below two bits of scale. The tag has, from its lowest bit on, 0 for a
    /// key frame, three bits of version, 0 to 3, one for a frame that is shown, and the length of the first partition.
    /// </summary>
    public static bool TryReadLossy(ReadOnlySpan<byte> data, uint length, out ImageSize size)
    {
        var reader = new ByteReader(data, bigEndian: false);
        var tag = reader.Read(3);
        var startCode = reader.Take(3);
        var width = reader.Read(2) & 0x3FFF;
        var height = reader.Read(2) & 0x3FFF;
        size = default;
        return startCode.SequenceEqual<byte>([0x9D, 0x01, 0x2A])
            && (tag & 0b1_1001) == 0b1_0000
            && tag >> 5 < length
            && ImageSize.TryCreate(width, height, out size);
    }

    /// <summary>
    /// The byte 2F, then 14 bits each of width and height less one, one bit for alpha, three of version, which is 0 (RFC 9649 §3).
    /// </summary>
    public static bool TryReadLossless(ReadOnlySpan<byte> data, out ImageSize size)
    {
        size = default;
        return data.StartsWith<byte>([0x2F])
            && BinaryPrimitives.TryReadUInt32LittleEndian(data.From(1), out var bits)
            && bits >> 29 == 0
            && ImageSize.TryCreate((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1, out size);
    }
}
