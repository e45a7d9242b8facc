using ImageService.Handlers.Failures;
using ImageService.Handlers.Formats;
using ImageService.Handlers.Http;

namespace ImageService.Handlers.Uploading;

/// <summary>Finds out what the bytes of an upload are; the client's word is only compared.</summary>
internal static class ImageInspection
{
    /// <summary>The format of an image, and what its header says.</summary>
    /// <param name="bytes">The image.</param>
    /// <param name="declaredType">The content type that the client claims, or null.</param>
    /// <exception cref="ProblemException">400 <c>empty-image</c>, 415 or 422: the bytes are not what they should be.</exception>
    public static (ImageFormat Format, ImageHeader Header) Inspect(ReadOnlySpan<byte> bytes, string? declaredType)
    {
        var format = Recognize(bytes, declaredType);
        return (format, HeaderOf(format, format.ReadSize(bytes)));
    }

    /// <summary>The format of an image.</summary>
    /// <param name="bytes">The image, or its beginning.</param>
    /// <param name="declaredType">The content type that the client claims, or null.</param>
    /// <exception cref="ProblemException">400 <c>empty-image</c> or 415: the bytes are not what they should be.</exception>
    public static ImageFormat Recognize(ReadOnlySpan<byte> bytes, string? declaredType)
    {
        if (bytes.IsEmpty)
            throw new ProblemException(Problems.EmptyImage, "The image has no bytes.");
        var format = ImageFormat.Detect(bytes) ?? throw Unsupported(OtherFormat.Of(bytes));
        if (!Allows(declaredType, format))
            throw new ProblemException(Problems.ContentTypeMismatch, $"The bytes are {format.ContentType}, not {declaredType}.");
        return format;
    }

    /// <summary>What the header of an image says, once it was read.</summary>
    /// <param name="format">The format whose signature the image has.</param>
    /// <param name="reading">What was read.</param>
    /// <exception cref="ProblemException">415, or 422 <c>corrupt-image</c>: it is something else after all, or no decoder takes it.</exception>
    public static ImageHeader HeaderOf(ImageFormat format, SizeReading reading) =>
        reading.Header ?? throw (reading.Other is { } other
            ? Unsupported(other)
            : new ProblemException(Problems.CorruptImage, $"These bytes begin like {format.ContentType}, but their header is damaged or incomplete."));

    private static ProblemException Unsupported(OtherFormat? other) => new(
        Problems.UnsupportedImage,
        other is null
            ? $"These bytes are not {ImageFormats.Names}."
            : $"These bytes are {other.Name}. {other.Advice ?? $"Send {ImageFormats.Names}."}");

    private static bool Allows(string? declaredType, ImageFormat format)
    {
        if (string.IsNullOrEmpty(declaredType))
            return true;
        var type = MediaTypes.NameOf(declaredType) ?? declaredType;
        return type is UploadForm.OctetStream or "image/*" || format.IsNamed(type);
    }
}
