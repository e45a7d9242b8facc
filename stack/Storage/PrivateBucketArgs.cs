using ImageService.Stack.Settings;

namespace ImageService.Stack.Storage;

/// <summary>The arguments of <see cref="PrivateBucket"/>.</summary>
public sealed class PrivateBucketArgs : ResourceArgs
{
    /// <summary>Name, protection and lifecycle; the settings of the table are not read.</summary>
    public required DataSettings Settings { get; init; }
}
