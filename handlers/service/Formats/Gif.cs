using System.Buffers.Binary;

namespace ImageService.Handlers.Formats;

/// <summary>GIF (GIF87a and GIF89a specifications). An animation's size is that of its logical screen.</summary>
internal static class Gif
{
    /// <summary>The header block (GIF89a §17).</summary>
    public static bool HasSignature(ReadOnlySpan<byte> image) => image.StartsWith("GIF87a"u8) || image.StartsWith("GIF89a"u8);

    /// <summary>The logical screen descriptor follows the header and begins with width and height (GIF89a §18).</summary>
    public static bool TryReadSize(ReadOnlySpan<byte> image, out ImageSize size)
    {
        size = default;
        return BinaryPrimitives.TryReadUInt16LittleEndian(image.From(6), out var width)
            && BinaryPrimitives.TryReadUInt16LittleEndian(image.From(8), out var height)
            && ImageSize.TryCreate(width, height, out size);
    }
}
