using System.IO.Compression;

namespace ImageService.E2E;

/// <summary>The pixels of a PNG image, as they are before filters and compression.</summary>
/// <param name="Width">The width.</param>
/// <param name="Height">The height.</param>
/// <param name="Depth">The bits of a sample.</param>
/// <param name="ColorType">0 gray, 2 RGB, 3 palette, 6 RGBA.</param>
/// <param name="Samples">The samples, row by row; each row begins a byte.</param>
internal sealed record PngPixels(int Width, int Height, int Depth, int ColorType, byte[] Samples)
{
    /// <summary>Squares of one color each.</summary>
    /// <param name="side">The side of a square.</param>
    /// <param name="colorType">2 or 6.</param>
    /// <param name="rows">Rows of squares: the samples of each.</param>
    public static PngPixels Squares(int side, int colorType, params byte[][][] rows) => new(
        rows[0].Length * side,
        rows.Length * side,
        8,
        colorType,
        [.. rows.SelectMany(row => Enumerable.Repeat(row.SelectMany(color => Enumerable.Repeat(color, side)).SelectMany(color => color), side)).SelectMany(row => row)]);

    /// <summary>What no compression makes smaller, with transparency.</summary>
    public static PngPixels Noise(int width, int height)
    {
        var samples = new byte[width * height * 4];
        new Random(1).NextBytes(samples);
        return new PngPixels(width, height, 8, 6, samples);
    }

    /// <summary>The compressed rows, none of them filtered.</summary>
    public byte[] Compress()
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Fastest))
        {
            foreach (var row in Samples.Chunk(Math.Max(1, Samples.Length / Math.Max(1, Height))))
            {
                zlib.WriteByte(0);
                zlib.Write(row);
            }
        }

        return compressed.ToArray();
    }
}
