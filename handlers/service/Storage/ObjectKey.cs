using ImageService.Handlers.Images;

namespace ImageService.Handlers.Storage;

/// <summary>Where the objects of the images are in the bucket.</summary>
public static class ObjectKey
{
    /// <summary>What the keys of all images begin with.</summary>
    public const string Prefix = "images/";

    /// <summary>The key of an image's object.</summary>
    internal static string Of(ImageId id) => $"{Prefix}{id}";
}
