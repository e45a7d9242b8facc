using ImageService.Handlers.Failures;
using ImageService.Handlers.Formats;
using ImageService.Handlers.Http;

namespace ImageService.Handlers.Uploading;

/// <summary>Finds out what the bytes of an upload are; the client's word is only compared.</summary>
internal static class ImageInspection
{
    /// <summary>The format and the dimensions of an image.</summary>
    /// <param name="bytes">The image.</param>
    /// <param name="declaredType">The content type that the client claims, or null.</param>
    /// <exception cref="ProblemException">400 <c>empty-image</c>, 415 or 422: the bytes are not what they should be.</exception>
    public static (ImageFormat Format, ImageSize Size) Inspect(ReadOnlySpan<byte> bytes, string? declaredType)
    {
        var format = Recognize(bytes, declaredType);
        return format.TryReadSize(bytes, out var size) ? (format, size) : throw Unreadable(format);
    }

    /// <summary>The format of an image.</summary>
    /// <param name="bytes">The image, or its beginning.</param>
    /// <param name="declaredType">The content type that the client claims, or null.</param>
    /// <exception cref="ProblemException">400 <c>empty-image</c> or 415: the bytes are not what they should be.</exception>
    public static ImageFormat Recognize(ReadOnlySpan<byte> bytes, string? declaredType)
    {
        if (bytes.IsEmpty)
            throw new ProblemException(Problems.EmptyImage, "The image has no bytes.");
        var format = ImageFormat.Detect(bytes)
            ?? throw new ProblemException(Problems.UnsupportedImage, "The bytes are no JPEG, PNG, GIF, WebP, AVIF, BMP or TIFF.");
        if (!Allows(declaredType, format))
            throw new ProblemException(Problems.ContentTypeMismatch, $"The bytes are {format.ContentType}, not {declaredType}.");
        return format;
    }

    /// <summary>What is said of an image whose dimensions cannot be read.</summary>
    public static ProblemException Unreadable(ImageFormat format) =>
        new(Problems.CorruptImage, $"The bytes begin like {format.ContentType}, but their width and height cannot be read.");

    private static bool Allows(string? declaredType, ImageFormat format)
    {
        if (string.IsNullOrEmpty(declaredType))
            return true;
        var type = MediaTypes.NameOf(declaredType) ?? declaredType;
        return type is UploadForm.OctetStream or "image/*" || format.IsNamed(type);
    }
}
