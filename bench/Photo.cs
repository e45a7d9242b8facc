using NetVips;

namespace ImageService.Bench;

/// <summary>A picture that compresses about as photos do.</summary>
internal static class Photo
{
    /// <summary>Soft shapes with some grain, as a JPEG.</summary>
    public static byte[] Jpeg(int width, int height)
    {
        using var shapes = Image.Perlin(width, height, cellSize: 256, uchar: true);
        using var grain = Image.Gaussnoise(width, height, sigma: 6, mean: 0);
        using var gray = (shapes + grain).Cast(Enums.BandFormat.Uchar);
        using var inverted = gray.Invert();
        using var color = gray.Bandjoin(inverted, shapes).Copy(interpretation: Enums.Interpretation.Srgb);
        return color.JpegsaveBuffer(q: 85);
    }
}
