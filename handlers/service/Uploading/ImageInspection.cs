using ImageService.Handlers.Failures;
using ImageService.Handlers.Formats;

namespace ImageService.Handlers.Uploading;

/// <summary>Finds out what the bytes of an upload are. What the client says of them plays no part.</summary>
internal static class ImageInspection
{
    /// <summary>The format and the dimensions of an image.</summary>
    /// <param name="bytes">The image.</param>
    /// <exception cref="ProblemException">400 <c>empty-image</c>, 415 or 422: the bytes are not what they should be.</exception>
    public static (ImageFormat Format, ImageSize Size) Inspect(ReadOnlySpan<byte> bytes)
    {
        var format = Recognize(bytes);
        return format.TryReadSize(bytes, out var size) ? (format, size) : throw Unreadable(format);
    }

    /// <summary>The format of an image.</summary>
    /// <param name="bytes">The image, or its beginning.</param>
    /// <exception cref="ProblemException">400 <c>empty-image</c> or 415: the bytes are not what they should be.</exception>
    public static ImageFormat Recognize(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            throw new ProblemException(Problems.EmptyImage, "The image has no bytes.");
        return ImageFormat.Detect(bytes)
            ?? throw new ProblemException(Problems.UnsupportedImage, "The bytes are no JPEG, PNG, GIF, WebP, AVIF, BMP or TIFF.");
    }

    /// <summary>What is said of an image whose dimensions cannot be read.</summary>
    public static ProblemException Unreadable(ImageFormat format) =>
        new(Problems.CorruptImage, $"The bytes begin like {format.ContentType}, but their width and height cannot be read.");
}
