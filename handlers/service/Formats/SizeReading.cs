namespace ImageService.Handlers.Formats;

/// <summary>
/// What the bytes at hand tell of an image's dimensions: the dimensions; or where the rest of the header lies; or neither, where
/// the header is broken.
/// </summary>
public readonly record struct SizeReading
{
    internal static SizeReading Broken => default;

    /// <summary>The dimensions as stored.</summary>
    public ImageSize? Size { get; private init; }

    /// <summary>
    /// Where the bytes begin that are missing: somewhere in the file. <see cref="ImageFormat.LongestPart"/> of them, or as many as follow, are enough.
    /// </summary>
    public long? MoreAt { get; private init; }

    internal static SizeReading Of(ImageSize size) => new() { Size = size };

    internal static SizeReading More(ulong offset) => new() { MoreAt = (long)offset };
}
