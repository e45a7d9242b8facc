using ImageService.Stack.Settings;

namespace ImageService.Stack.Storage;

/// <summary>The arguments of <see cref="MetadataTable"/>.</summary>
public sealed class MetadataTableArgs : ResourceArgs
{
    /// <summary>Name and protection; the settings of the bucket are not read.</summary>
    public required DataSettings Settings { get; init; }
}
