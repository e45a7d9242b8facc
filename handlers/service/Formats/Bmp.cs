namespace ImageService.Handlers.Formats;

/// <summary>
/// BMP (Windows SDK, "Bitmap Storage"): a file header of 14 bytes, then an information header that begins with its own size.
/// </summary>
internal static class Bmp
{
    private const int FileHeaderLength = 14;

    /// <summary>Where BITMAPFILEHEADER has the offset of the pixels.</summary>
    private const int PixelOffset = 10;

    /// <summary>
    /// The type <c>BM</c> of BITMAPFILEHEADER. So short a mark fits other files too: the information header tells those apart.
    /// </summary>
    public static bool HasSignature(ReadOnlySpan<byte> image) => image.StartsWith("BM"u8);

    /// <summary>
    /// The file must be long enough for the pixels that the header promises. The size in the file header is not compared: programs leave it zero, or get it
    /// wrong, and no decoder minds. An offset of the pixels that lies in the headers counts as none.
    /// </summary>
    public static SizeReading ReadSize(FileView file)
    {
        if (!BmpHeader.TryRead(file.Head.From(FileHeaderLength), out var header))
            return SizeReading.Broken;

        var pixels = new ByteReader(file.Head[PixelOffset..], bigEndian: false).Read(4);
        pixels = Math.Max(pixels, FileHeaderLength + header.Length);
        return pixels < file.Length && header.IsFilledBy(file.Length - pixels) ? SizeReading.Of(header.Size) : SizeReading.Broken;
    }
}
