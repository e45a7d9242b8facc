using ImageService.Handlers.Images;
using ImageService.Handlers.Storage;

namespace ImageService.Handlers.Collecting;

/// <summary>An object as a listing shows it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="ETag">The ETag of its bytes.</param>
/// <param name="Size">The length of its bytes.</param>
/// <param name="ModifiedAt">When it was put.</param>
public sealed record StoredObject(string Key, string ETag, long Size, DateTimeOffset ModifiedAt)
{
    /// <summary>Whether it is a variant, rather than an image's own object.</summary>
    public bool IsVariant => Key.StartsWith(ObjectKey.VariantsPrefix, StringComparison.Ordinal);

    /// <summary>The image that it belongs to; null if its key is not one of the service's.</summary>
    internal ImageId? Image { get; } = ObjectKey.ImageOf(Key);

    /// <summary>Whether nothing is under way any more that could need it: no request with the id of its image, and none that has just put it.</summary>
    internal bool IsOlderThan(DateTimeOffset limit) => Image?.CreatedAt <= limit && ModifiedAt <= limit;
}
