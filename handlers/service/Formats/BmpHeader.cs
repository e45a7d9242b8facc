namespace ImageService.Handlers.Formats;

/// <summary>
/// The information header of a BMP. BITMAPCOREHEADER, 12 bytes long, has 16-bit dimensions; BITMAPINFOHEADER and its successors (V2 to V5) have signed 32-bit ones, and
/// so has the one of OS/2 2.x, which may end after any of its fields from the 16th byte on.
/// </summary>
/// <param name="Length">How long the header is.</param>
/// <param name="Size">The dimensions.</param>
/// <param name="BitsPerPixel">The color depth.</param>
/// <param name="Compression">How the pixels are stored.</param>
internal readonly record struct BmpHeader(ulong Length, ImageSize Size, ulong BitsPerPixel, ulong Compression)
{
    private const ulong CoreLength = 12;

    /// <summary>Reads the header; all of what is read must be at hand.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out BmpHeader header)
    {
        var reader = new ByteReader(bytes, bigEndian: false);
        var length = reader.Read(4);
        var dimension = length == CoreLength ? 2 : 4;
        var width = reader.Read(dimension);
        var height = reader.Read(dimension);
        reader.Take(2);
        var bits = reader.Read(2);
        var compression = length >= 20 ? reader.Read(4) : 0;

        var valid = ImageSize.TryCreate(width, Rows(height), out var size);
        header = new BmpHeader(length, size, bits, compression);
        return valid && !reader.IsPastEnd && IsLength(length) && (header.IsEmbedded || bits is 1 or 2 or 4 or 8 or 16 or 24 or 32 or 64);
    }

    /// <summary>
    /// Whether so many bytes, one at least, hold the pixels. Rows are padded to 32 bits; the padding of the last one may be missing. How
    /// long compressed pixels are cannot be known from here.
    /// </summary>
    public bool IsFilledBy(ulong bytes)
    {
        if (!IsPlain)
            return true;
        var bits = (ulong)Size.Width * BitsPerPixel;
        var lastRow = (bits + 7) / 8;
        var row = (bits + 31) / 32 * 4;
        return bytes >= lastRow && (bytes - lastRow) / row >= (ulong)Size.Height - 1;
    }

    /// <summary>A JPEG or a PNG in place of pixels, for printers (BI_JPEG, BI_PNG).</summary>
    private bool IsEmbedded => Compression is 4 or 5;

    /// <summary>BI_RGB, or BI_BITFIELDS and BI_ALPHABITFIELDS, of which 3 is a compression in the headers of OS/2.</summary>
    private bool IsPlain => Compression is 0 or 6 || (Compression == 3 && Length is (40 or 52 or 56 or 108 or 124));

    /// <summary>A negative height tells that the rows are stored from top to bottom, which one of 16 bits never is; nor is a width.</summary>
    private static ulong Rows(ulong height) => (ulong)Math.Abs((long)(int)(uint)height);

    private static bool IsLength(ulong length) =>
        length is CoreLength or 42 or 46 or 108 or 124 || (length is >= 16 and <= 64 && length % 4 == 0);
}
