using ImageService.Stack.Settings;

namespace ImageService.Stack.Storage;

/// <summary>What <see cref="ImageBucket"/> is made from.</summary>
public sealed class ImageBucketArgs : ResourceArgs
{
    /// <summary>How it is deployed.</summary>
    public required DataSettings Settings { get; init; }
}
