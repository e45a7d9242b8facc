using ImageService.Handlers.Formats;

namespace ImageService.E2E.Formats;

/// <summary>Reads headers that tests put together.</summary>
internal static class Header
{
    /// <summary>The dimensions that the reader of the detected format finds; <see langword="null"/> where either fails.</summary>
    public static ImageSize? Size(params byte[][] parts) => Read(parts).Size;

    /// <summary>The same for the beginning of an image.</summary>
    public static ImageSize? Size(ReadOnlySpan<byte> image) => Read(image).Size;

    /// <summary>The orientation that goes with the dimensions.</summary>
    public static int? Orientation(params byte[][] parts) => Read(parts).Header?.Orientation;

    /// <summary>All that the reader of the detected format finds.</summary>
    public static SizeReading Read(params byte[][] parts) => Read([.. parts.SelectMany(part => part)]);

    /// <summary>The same for the beginning of an image.</summary>
    public static SizeReading Read(ReadOnlySpan<byte> image) => ImageFormat.Detect(image)?.ReadSize(image) ?? default;
}
