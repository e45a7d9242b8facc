using ImageService.Handlers.Failures;
using ImageService.Handlers.Formats;

namespace ImageService.Handlers.Images;

/// <summary>Finds out what the bytes of an upload are. What the client says of them does not matter.</summary>
internal static class ImageInspection
{
    /// <summary>The format of an image, and what its header says.</summary>
    /// <param name="bytes">The image.</param>
    /// <exception cref="ProblemException">400 <c>empty-image</c>, 415 or 422: the bytes are not what they should be.</exception>
    public static (ImageFormat Format, ImageHeader Header) Inspect(ReadOnlySpan<byte> bytes)
    {
        var format = Recognize(bytes);
        return (format, HeaderOf(format, format.ReadSize(bytes)));
    }

    /// <summary>The format of an image, by its signature alone.</summary>
    /// <param name="bytes">The image, or its beginning.</param>
    /// <exception cref="ProblemException">400 <c>empty-image</c> or 415: the bytes are not what they should be.</exception>
    public static ImageFormat Recognize(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            throw new ProblemException(Problems.EmptyImage, "The image has no bytes.");
        return ImageFormat.Detect(bytes) ?? throw Unsupported(OtherFormat.Of(bytes));
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
}
