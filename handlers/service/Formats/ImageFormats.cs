namespace ImageService.Handlers.Formats;

/// <summary>The image formats that the service takes.</summary>
public static class ImageFormats
{
    /// <summary>What they are called, for messages.</summary>
    public const string Names = "JPEG, PNG, GIF, WebP, AVIF, BMP or TIFF";

    /// <summary>All of them. Only a contrived file has the signatures of two; then the first one counts.</summary>
    public static IReadOnlyList<ImageFormat> All { get; } =
    [
        new("image/jpeg", "jpg", Jpeg.HasSignature, Jpeg.ReadSize) { Aliases = ["image/jpg", "image/pjpeg"] },
        new("image/png", "png", Png.HasSignature, Png.ReadSize) { Aliases = ["image/x-png", "image/apng"] },
        new("image/gif", "gif", Gif.HasSignature, Gif.ReadSize),
        new("image/webp", "webp", WebP.HasSignature, WebP.ReadSize),
        new("image/avif", "avif", Avif.HasSignature, Avif.ReadSize),
        new("image/bmp", "bmp", Bmp.HasSignature, Bmp.ReadSize) { Aliases = ["image/x-bmp", "image/x-ms-bmp", "image/x-windows-bmp"] },
        new("image/tiff", "tiff", Tiff.HasSignature, Tiff.ReadSize) { Aliases = ["image/tif", "image/x-tif", "image/x-tiff"] },
    ];
}
