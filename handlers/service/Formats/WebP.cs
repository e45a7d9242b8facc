using System.Buffers.Binary;

namespace ImageService.Handlers.Formats;

/// <summary>WebP (RFC 9649): a RIFF file whose first chunk tells the dimensions.</summary>
internal static class WebP
{
    /// <summary>The WebP file header (§2.4); the four bytes between are the file's size.</summary>
    public static bool HasSignature(ReadOnlySpan<byte> image) => image.StartsWith("RIFF"u8) && image.From(8).StartsWith("WEBP"u8);

    /// <summary>The first chunk is VP8X in the extended format (§2.7), else the image itself (§2.5, §2.6).</summary>
    public static bool TryReadSize(ReadOnlySpan<byte> image, out ImageSize size)
    {
        size = default;
        var chunk = image.From(12);
        if (!BinaryPrimitives.TryReadUInt32LittleEndian(chunk.From(4), out var length))
            return false;

        var data = chunk.From(8).AtMost(length);
        return (chunk.StartsWith("VP8X"u8) && TryReadCanvas(data, out size))
            || (chunk.StartsWith("VP8 "u8) && TryReadLossy(data, out size))
            || (chunk.StartsWith("VP8L"u8) && TryReadLossless(data, out size));
    }

    /// <summary>Flags and reserved bits (four bytes), then canvas width and height less one, 24 bits each (§2.7).</summary>
    private static bool TryReadCanvas(ReadOnlySpan<byte> data, out ImageSize size)
    {
        var reader = new ByteReader(data.From(4), bigEndian: false);
        var width = reader.Read(3) + 1;
        var height = reader.Read(3) + 1;
        size = default;
        return !reader.IsPastEnd && width * height <= uint.MaxValue && ImageSize.TryCreate(width, height, out size);
    }

    /// <summary>
    /// A VP8 key frame (RFC 6386 §9.1): tag (bit 0 clear), start code, then 14 bits each of width and height below two bits of scale.
    /// </summary>
    private static bool TryReadLossy(ReadOnlySpan<byte> data, out ImageSize size)
    {
        size = default;
        return data.From(3).StartsWith<byte>([0x9D, 0x01, 0x2A])
            && (data[0] & 1) == 0
            && BinaryPrimitives.TryReadUInt16LittleEndian(data.From(6), out var width)
            && BinaryPrimitives.TryReadUInt16LittleEndian(data.From(8), out var height)
            && ImageSize.TryCreate(width & 0x3FFFu, height & 0x3FFFu, out size);
    }

    /// <summary>
    /// The byte 2F, then 14 bits each of width and height less one, one bit for alpha, three of version, which is 0 (§3, RIFF header).
    /// </summary>
    private static bool TryReadLossless(ReadOnlySpan<byte> data, out ImageSize size)
    {
        size = default;
        return data.StartsWith<byte>([0x2F])
            && BinaryPrimitives.TryReadUInt32LittleEndian(data.From(1), out var bits)
            && bits >> 29 == 0
            && ImageSize.TryCreate((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1, out size);
    }
}
