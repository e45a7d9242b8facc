using ImageService.Stack.Settings;

namespace ImageService.Stack.Storage;

/// <summary>What <see cref="ImageTable"/> is made from.</summary>
public sealed class ImageTableArgs : ResourceArgs
{
    /// <summary>How it is deployed.</summary>
    public required DataSettings Settings { get; init; }
}
