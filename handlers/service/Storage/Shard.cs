using System.Globalization;
using ImageService.Handlers.Images;

namespace ImageService.Handlers.Storage;

/// <summary>In which partition of the indexes over all images an image is: it is chosen once, when the item is written.</summary>
internal static class Shard
{
    /// <summary>The shard of a new image. The last digits of its id are random, so the shards fill evenly.</summary>
    public static int Of(ImageId id, int shards) =>
        (int)(uint.Parse(id.ToString().AsSpan(ImageId.Length - 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture) % (uint)shards);
}
