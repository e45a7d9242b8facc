using ImageService.Stack.Settings;

namespace ImageService.Stack.Storage;

/// <summary>What <see cref="MetadataTable"/> is made from.</summary>
public sealed class MetadataTableArgs : ResourceArgs
{
    /// <summary>How it is deployed.</summary>
    public required DataSettings Settings { get; init; }
}
