namespace ImageService.Handlers.Formats;

/// <summary>
/// What the bytes at hand say about an image: its dimensions and orientation; or where the rest of the header is; or that it is
/// something else after all; or none of these, where the header is broken.
/// </summary>
public readonly record struct SizeReading
{
    internal static SizeReading Broken => default;

    /// <summary>The dimensions and the orientation.</summary>
    public ImageHeader? Header { get; private init; }

    /// <summary>The dimensions as stored.</summary>
    public ImageSize? Size => Header?.Size;

    /// <summary>
    /// Where the missing bytes begin: somewhere in the file. <see cref="ImageFormat.LongestPart"/> of them, or as many as follow, are enough.
    /// </summary>
    public long? MoreAt { get; private init; }

    /// <summary>What the file really is: some formats that the service does not take have the signature of one that it takes.</summary>
    public OtherFormat? Other { get; private init; }

    internal static SizeReading Of(ImageSize size, int? orientation = null) => new() { Header = new ImageHeader(size, orientation) };

    internal static SizeReading More(ulong offset) => new() { MoreAt = (long)offset };

    internal static SizeReading Of(OtherFormat other) => new() { Other = other };
}
