using ImageService.Handlers.Images;

namespace ImageService.Handlers.Storage;

/// <summary>Where the objects of the images are in the bucket.</summary>
public static class ObjectKey
{
    /// <summary>What the keys of all images begin with.</summary>
    public const string Prefix = "images/";

    /// <summary>What the keys of all variants begin with.</summary>
    public const string VariantsPrefix = "variants/";

    /// <summary>The key of an image's object.</summary>
    internal static string Of(ImageId id) => $"{Prefix}{id}";

    /// <summary>What the keys of an image's variants begin with.</summary>
    internal static string VariantsOf(ImageId id) => $"{VariantsPrefix}{id}/";

    /// <summary>The key of a variant's object.</summary>
    internal static string OfVariant(ImageId id, string canonical) => $"{VariantsOf(id)}{canonical}";

    /// <summary>The image that an object belongs to, or did, by its key; null where the service has no such key.</summary>
    internal static ImageId? ImageOf(string key)
    {
        if (key.StartsWith(Prefix, StringComparison.Ordinal))
            return ImageId.Made(key[Prefix.Length..]);
        return key.StartsWith(VariantsPrefix, StringComparison.Ordinal) && key.IndexOf('/', VariantsPrefix.Length) is var end and > 0
            ? ImageId.Made(key[VariantsPrefix.Length..end])
            : null;
    }
}
