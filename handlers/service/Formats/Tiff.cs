namespace ImageService.Handlers.Formats;

/// <summary>
/// TIFF (TIFF 6.0 §2) in either byte order, and BigTIFF, which differs in the width of its numbers. The first image
/// counts, as stored: its orientation tag is not applied. Its directory may lie anywhere, often behind the pixels.
/// </summary>
internal static class Tiff
{
    private const ulong ImageWidth = 256;
    private const ulong ImageLength = 257;

    /// <summary>The byte order and the number 42; 43 in BigTIFF.</summary>
    public static bool HasSignature(ReadOnlySpan<byte> image) =>
        image.StartsWith("II*\0"u8) || image.StartsWith("MM\0*"u8) || image.StartsWith("II+\0"u8) || image.StartsWith("MM\0+"u8);

    /// <summary>The header tells where the first directory lies. BigTIFF has the width of its offsets, 8, and a zero before that.</summary>
    public static SizeReading ReadSize(FileView file)
    {
        var bigEndian = file.Head[0] == 'M';
        var header = new ByteReader(file.Head[2..], bigEndian);
        var isBig = header.Read(2) == 43;
        if (isBig && (header.Read(2) != 8 || header.Read(2) != 0))
            return SizeReading.Broken;

        var offset = header.Read(isBig ? 8 : 4);
        if (offset < 8)
            return SizeReading.Broken;
        var directory = new ByteReader(file.At(offset), bigEndian);
        if (TryReadDirectory(ref directory, isBig, out var size))
            return SizeReading.Of(size);
        return directory.IsPastEnd ? file.MoreAt(offset) : SizeReading.Broken;
    }

    /// <summary>
    /// Reads the entries, each of which names a tag, up to those of the dimensions. The link to the next directory is not
    /// followed.
    /// </summary>
    private static bool TryReadDirectory(ref ByteReader reader, bool isBig, out ImageSize size)
    {
        size = default;
        var width = 0UL;
        var height = 0UL;
        var left = reader.Read(isBig ? 8 : 2);
        while (left-- > 0 && !reader.IsPastEnd && !ImageSize.TryCreate(width, height, out size))
        {
            var tag = reader.Read(2);
            var value = ReadValue(ref reader, isBig ? 8 : 4);
            if (tag == ImageWidth)
                width = value;
            else if (tag == ImageLength)
                height = value;
        }

        return ImageSize.TryCreate(width, height, out size);
    }

    /// <summary>
    /// Type, count and value of an entry: one SHORT, LONG or, in BigTIFF, LONG8 stands at the left of the value field. Others
    /// read as zero.
    /// </summary>
    private static ulong ReadValue(ref ByteReader reader, int fieldSize)
    {
        var valueSize = reader.Read(2) switch
        {
            3 => 2,
            4 => 4,
            16 when fieldSize == 8 => 8,
            _ => 0,
        };
        var count = reader.Read(fieldSize);
        var value = reader.Read(valueSize);
        reader.Take(fieldSize - valueSize);
        return count == 1 ? value : 0;
    }
}
