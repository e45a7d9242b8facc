namespace ImageService.Handlers.Formats;

/// <summary>Exif data, which are a small TIFF (CIPA DC-008 §4.5.2).</summary>
internal static class Exif
{
    /// <summary>What comes first in a JPEG: the name, its end, and a byte of padding.</summary>
    private const int MarkLength = 6;

    /// <summary>Whether the data begin with the mark that they have in a JPEG.</summary>
    public static bool HasMark(ReadOnlySpan<byte> data) => data.StartsWith("Exif\0"u8);

    /// <summary>The orientation that Exif data tell, 2 to 8. Some writers put the mark of a JPEG into other formats too.</summary>
    public static int? Orientation(ReadOnlySpan<byte> data)
    {
        var tiff = HasMark(data) ? data.From(MarkLength) : data;
        return TiffHeader.TryRead(tiff, out var header) ? TiffDirectory.Read(header, tiff.From(header.FirstDirectory)).Orientation : null;
    }
}
