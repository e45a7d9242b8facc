using System.Buffers.Binary;

namespace ImageService.Handlers.Formats;

/// <summary>PNG (RFC 2083; W3C PNG, third edition), animated ones included.</summary>
internal static class Png
{
    /// <summary>The eight bytes of W3C PNG §5.2.</summary>
    public static bool HasSignature(ReadOnlySpan<byte> image) => image.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);

    /// <summary>The IHDR chunk comes first and is 13 bytes long; it begins with width and height, 1 to 2³¹-1 (§11.2.1).</summary>
    public static bool TryReadSize(ReadOnlySpan<byte> image, out ImageSize size)
    {
        size = default;
        var chunk = image.From(8);
        return chunk.StartsWith("\0\0\0\rIHDR"u8)
            && BinaryPrimitives.TryReadUInt32BigEndian(chunk.From(8), out var width)
            && BinaryPrimitives.TryReadUInt32BigEndian(chunk.From(12), out var height)
            && ImageSize.TryCreate(width, height, out size);
    }
}
