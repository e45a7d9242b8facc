using ImageService.Handlers.Formats;

namespace ImageService.E2E.Formats;

/// <summary>Reads headers that tests put together.</summary>
internal static class Header
{
    /// <summary>What the reader of the format that is detected finds; <see langword="null"/> where either fails.</summary>
    public static ImageSize? Size(params byte[][] parts) => Size([.. parts.SelectMany(part => part)]);

    /// <summary>The same for the beginning of an image.</summary>
    public static ImageSize? Size(ReadOnlySpan<byte> image) =>
        ImageFormat.Detect(image)?.TryReadSize(image, out var size) == true ? size : null;
}
