namespace ImageService.Bench;

/// <summary>The smallest image: a GIF of one pixel. What follows its end does not matter.</summary>
internal static class OnePixel
{
    public const string ContentType = "image/gif";

    public static byte[] Gif { get; } = Convert.FromBase64String("R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=");
}
