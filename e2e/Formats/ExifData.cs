namespace ImageService.E2E.Formats;

/// <summary>Exif data with an orientation.</summary>
internal static class ExifData
{
    /// <summary>A directory with one entry, in either byte order.</summary>
    public static byte[] Of(int orientation, bool bigEndian = false) => bigEndian
        ? Hex.Bytes($"4D4D002A 00000008 0001 0112 0003 00000001 {orientation:X4}0000 00000000")
        : Hex.Bytes($"49492A00 08000000 0100 1201 0300 01000000 {orientation:X2}000000 00000000");

    /// <summary>The segment that holds the data in a JPEG.</summary>
    public static byte[] Segment(byte[] exif) => [0xFF, 0xE1, 0, (byte)(exif.Length + 8), .. "Exif\0\0"u8, .. exif];
}
