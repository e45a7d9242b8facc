using ImageService.Stack.Settings;

namespace ImageService.Stack.Storage;

/// <summary>What <see cref="PrivateBucket"/> is made from.</summary>
public sealed class PrivateBucketArgs : ResourceArgs
{
    /// <summary>How it is deployed.</summary>
    public required DataSettings Settings { get; init; }
}
