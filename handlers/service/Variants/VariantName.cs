using ImageService.Handlers.Formats;

namespace ImageService.Handlers.Variants;

/// <summary>The file name of a variant: that of its image, with the extension of its own format.</summary>
internal static class VariantName
{
    /// <summary>Extensions that are only another spelling of one that a format has.</summary>
    private static readonly string[] OtherSpellings = ["jpeg", "tif"];

    /// <param name="fileName">The image's file name.</param>
    /// <param name="contentType">The variant's type.</param>
    public static string Of(string fileName, string contentType)
    {
        var extension = Path.GetExtension(fileName);
        var stem = extension.Length > 0 && IsOfImages(extension[1..]) && extension.Length < fileName.Length ? fileName[..^extension.Length] : fileName;
        return $"{stem}.{ImageFormats.All.Single(format => format.ContentType == contentType).Extension}";
    }

    private static bool IsOfImages(string extension) =>
        ImageFormats.All.Select(format => format.Extension).Concat(OtherSpellings).Contains(extension, StringComparer.OrdinalIgnoreCase);
}
