using System.Text;

namespace ImageService.E2E;

/// <summary>Images for tests: fixed ones of many kinds, and new ones whose bytes no other call gives.</summary>
public static class SampleImages
{
    /// <summary>Every file in <c>images</c>.</summary>
    public static IReadOnlyList<SampleImage> All { get; } = SampleFiles.Load();

    /// <summary>The content types that <see cref="Unique"/> knows.</summary>
    public static IReadOnlyList<string> ContentTypes { get; } =
        ["image/jpeg", "image/png", "image/gif", "image/webp", "image/avif", "image/bmp", "image/tiff"];

    /// <summary>The file with this name.</summary>
    public static SampleImage Named(string name) => All.Single(image => image.Name == name);

    /// <summary>A new image of a content type.</summary>
    public static byte[] Unique(string contentType) => contentType switch
    {
        "image/jpeg" => Jpeg(),
        "image/png" => Png(),
        "image/gif" => Gif(),
        "image/webp" => WebP(),
        "image/avif" => Avif(),
        "image/bmp" => Bmp(),
        "image/tiff" => Tiff(),
        _ => throw new ArgumentException($"There is no sample of {contentType}.", nameof(contentType)),
    };

    /// <summary>A new PNG image, black, with a comment that tells it from all others.</summary>
    public static byte[] Png(int width = 4, int height = 3) =>
        PngWriter.Write(width, height, "tEXt"u8, Encoding.ASCII.GetBytes($"Comment\0{Guid.NewGuid():N}"));

    /// <summary>A new PNG image, 1x1, of exactly this many bytes (90 or more), most of them random.</summary>
    public static byte[] OfSize(int bytes)
    {
        var overhead = PngWriter.Write(1, 1, "raNd"u8, []).Length;
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes, overhead + 8);
        var noise = new byte[bytes - overhead];
        Random.Shared.NextBytes(noise);
        return PngWriter.Write(1, 1, "raNd"u8, noise);
    }

    /// <summary>A new JPEG image of 320x201 pixels: the unique bytes are a comment.</summary>
    public static byte[] Jpeg()
    {
        var image = Named("progressive-320x201.jpg").Bytes;
        return [.. image[..2], 0xFF, 0xFE, 0, 18, .. Stamp(), .. image[2..]];
    }

    /// <summary>A new GIF image of 101x67 pixels: the unique bytes are a comment.</summary>
    public static byte[] Gif()
    {
        var image = Named("still-101x67.gif").Bytes;
        return [.. image[..^1], 0x21, 0xFE, 16, .. Stamp(), 0, .. image[^1..]];
    }

    /// <summary>A new WebP image of 101x67 pixels: the unique bytes are a chunk that decoders don't know.</summary>
    public static byte[] WebP()
    {
        var image = Named("alpha-101x67.webp").Bytes;
        var size = BitConverter.GetBytes(image.Length - 8 + 24);
        return [.. image[..4], .. size, .. image[8..], .. "uniq"u8, 16, 0, 0, 0, .. Stamp()];
    }

    /// <summary>A new AVIF image of 640x480 pixels: the unique bytes are free space.</summary>
    public static byte[] Avif() => [.. Named("plain-640x480.avif").Bytes, 0, 0, 0, 24, .. "free"u8, .. Stamp()];

    /// <summary>A new BMP image of 30x20 pixels: the unique bytes are pixels of the last row, before its two bytes of padding.</summary>
    public static byte[] Bmp() => [.. Named("top-down-30x20.bmp").Bytes[..^18], .. Stamp(), 0, 0];

    /// <summary>A new TIFF image of 320x201 pixels: nothing refers to the unique bytes at its end.</summary>
    public static byte[] Tiff() => [.. Named("lzw-320x201.tiff").Bytes, .. Stamp()];

    /// <summary>
    /// A new TIFF image of 3x5 pixels and this many bytes, whose header says that the dimensions are at an offset: where they do, unless its bytes
    /// end before.
    /// </summary>
    public static byte[] Tiff(int bytes, int directory)
    {
        var image = new byte[bytes];
        Random.Shared.NextBytes(image);
        byte[] header = [.. "II*\0"u8, .. BitConverter.GetBytes(directory)];
        byte[] entries = [2, 0, 0, 1, 3, 0, 1, 0, 0, 0, 3, 0, 0, 0, 1, 1, 3, 0, 1, 0, 0, 0, 5, 0, 0, 0];
        header.CopyTo(image, 0);
        if (directory <= bytes - entries.Length)
            entries.CopyTo(image, directory);
        return image;
    }

    private static byte[] Stamp() => Guid.NewGuid().ToByteArray();
}
