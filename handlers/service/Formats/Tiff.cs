namespace ImageService.Handlers.Formats;

/// <summary>TIFF (TIFF 6.0) in either byte order, and BigTIFF. The first image counts, as stored.</summary>
internal static class Tiff
{
    /// <summary>The byte order and the number 42; 43 in BigTIFF.</summary>
    public static bool HasSignature(ReadOnlySpan<byte> image) =>
        image.StartsWith("II*\0"u8) || image.StartsWith("MM\0*"u8) || image.StartsWith("II+\0"u8) || image.StartsWith("MM\0+"u8);

    /// <summary>Reads the first directory. Many cameras' raw files are TIFFs whose first image is a preview: they are something else.</summary>
    public static SizeReading ReadSize(FileView file)
    {
        if (file.Head.From(8).StartsWith("CR\u0002"u8))
            return SizeReading.Of(OtherFormats.Cr2);
        if (!TiffHeader.TryRead(file.Head, out var header))
            return SizeReading.Broken;

        var directory = TiffDirectory.Read(header, file.At(header.FirstDirectory));
        if (directory.CameraRaw is { } raw)
            return SizeReading.Of(raw);
        if (directory.IsCut && file.MoreAt(header.FirstDirectory) is { MoreAt: not null } more)
            return more;
        return directory.Size is { } size ? SizeReading.Of(size, directory.Orientation) : SizeReading.Broken;
    }
}
