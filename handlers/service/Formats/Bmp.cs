using System.Buffers.Binary;

namespace ImageService.Handlers.Formats;

/// <summary>
/// BMP (Windows SDK, "Bitmap Storage"): a file header of 14 bytes, then an information header that begins with its own size.
/// </summary>
internal static class Bmp
{
    private const int FileHeaderSize = 14;

    /// <summary>
    /// The type <c>BM</c> of BITMAPFILEHEADER. So short a mark fits other files too: the information header tells those apart.
    /// </summary>
    public static bool HasSignature(ReadOnlySpan<byte> image) => image.StartsWith("BM"u8);

    /// <summary>
    /// BITMAPCOREHEADER has 16-bit dimensions; BITMAPINFOHEADER and its successors (OS/2 2.x, V2 to V5) have signed 32-bit ones.
    /// </summary>
    public static bool TryReadSize(ReadOnlySpan<byte> image, out ImageSize size)
    {
        size = default;
        var header = image.From(FileHeaderSize);
        if (!BinaryPrimitives.TryReadUInt32LittleEndian(header, out var headerSize))
            return false;

        return headerSize switch
        {
            12 => TryReadCore(header, out size),
            40 or 52 or 56 or 64 or 108 or 124 => TryReadInfo(header, out size),
            _ => false,
        };
    }

    private static bool TryReadCore(ReadOnlySpan<byte> header, out ImageSize size)
    {
        size = default;
        return BinaryPrimitives.TryReadUInt16LittleEndian(header.From(4), out var width)
            && BinaryPrimitives.TryReadUInt16LittleEndian(header.From(6), out var height)
            && ImageSize.TryCreate(width, height, out size);
    }

    /// <summary>A negative height tells that the rows are stored from top to bottom; a width is never negative.</summary>
    private static bool TryReadInfo(ReadOnlySpan<byte> header, out ImageSize size)
    {
        size = default;
        return BinaryPrimitives.TryReadUInt32LittleEndian(header.From(4), out var width)
            && BinaryPrimitives.TryReadInt32LittleEndian(header.From(8), out var height)
            && ImageSize.TryCreate(width, (ulong)Math.Abs((long)height), out size);
    }
}
