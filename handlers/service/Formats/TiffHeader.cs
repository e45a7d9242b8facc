namespace ImageService.Handlers.Formats;

/// <summary>The header of a TIFF (TIFF 6.0 §2), or of a BigTIFF, which differs in the width of its numbers.</summary>
/// <param name="IsBigEndian">The byte order of all numbers that follow.</param>
/// <param name="IsBig">Whether it is a BigTIFF.</param>
/// <param name="FirstDirectory">Where the first directory is: anywhere, often after the pixels.</param>
internal readonly record struct TiffHeader(bool IsBigEndian, bool IsBig, ulong FirstDirectory)
{
    private const int Length = 8;

    /// <summary>Byte order, the number 42 or 43, and the offset of the first directory. BigTIFF has the width of its offsets, 8, and a zero before that.</summary>
    public static bool TryRead(ReadOnlySpan<byte> tiff, out TiffHeader header)
    {
        header = default;
        var isBigEndian = tiff.StartsWith("MM"u8);
        if (!isBigEndian && !tiff.StartsWith("II"u8))
            return false;

        var reader = new ByteReader(tiff[2..], isBigEndian);
        var version = reader.Read(2);
        if (version == 43 ? reader.Read(2) != 8 || reader.Read(2) != 0 : version != 42)
            return false;

        header = new TiffHeader(isBigEndian, version == 43, reader.Read(version == 43 ? 8 : 4));
        return header.FirstDirectory >= Length;
    }
}
