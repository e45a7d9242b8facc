using ImageService.Handlers.Variants;
using NetVips;

namespace ImageService.Rendering;

/// <summary>Writes a picture in the format of its variant, without any metadata: no position, no camera, no profile, since it is in sRGB.</summary>
internal static class VariantWriter
{
    private const Enums.ForeignKeep Nothing = Enums.ForeignKeep.None;

    /// <summary>A third of the time of the usual 4, for some hundredths more bytes.</summary>
    private const int AvifEffort = 2;

    /// <summary>
    /// Beyond the largest of the sizes: a picture that keeps those of its image. It takes a tenth of a second a megapixel with the least effort, and half
    /// a second with the usual one, in which the renderer, and libvips' encoder, which nothing interrupts, would be busy long after the deadline.
    /// </summary>
    private const long LargePixels = 5_000_000;

    /// <summary>The format has 65,535, but its library writes no more: JPEG_MAX_DIMENSION of https://github.com/libjpeg-turbo/libjpeg-turbo/blob/main/src/jmorecfg.h.</summary>
    private const int LongestJpeg = 65500;

    private static readonly double[] White = [255];

    public static RenderedImage Write(Image picture, Variant variant) => variant.Format switch
    {
        VariantFormat.Auto => WriteAuto(picture, variant.Quality),
        VariantFormat.Jpeg => WriteJpeg(picture, variant.Quality),
        VariantFormat.Png => WritePng(picture),
        VariantFormat.WebP => Write(picture, 16383, "image/webp", p => p.WebpsaveBuffer(q: variant.Quality, keep: Nothing)),
        VariantFormat.Avif => Write(picture, 16384, "image/avif", p => p.HeifsaveBuffer(
            q: variant.Quality, bitdepth: 8, compression: Enums.ForeignHeifCompression.Av1, effort: (long)p.Width * p.Height > LargePixels ? 0 : AvifEffort, keep: Nothing)),
        _ => throw new ArgumentOutOfRangeException(nameof(variant), variant.Format, "Variants have no such format."),
    };

    private static RenderedImage WriteAuto(Image picture, int quality)
    {
        if (!picture.HasAlpha())
            return WriteJpeg(picture, quality);
        // It is read twice, which an image that is decoded from its beginning to its end cannot be.
        using var pixels = picture.CopyMemory();
        return IsTransparent(pixels) ? WritePng(pixels) : WriteJpeg(pixels, quality);
    }

    private static bool IsTransparent(Image picture)
    {
        using var alpha = picture[picture.Bands - 1];
        return alpha.Min() < 255;
    }

    private static RenderedImage WriteJpeg(Image picture, int quality)
    {
        using var opaque = picture.HasAlpha() ? picture.Flatten(background: White) : picture.Copy();
        return Write(opaque, LongestJpeg, "image/jpeg", p => p.JpegsaveBuffer(q: quality, optimizeCoding: true, interlace: true, keep: Nothing));
    }

    private static RenderedImage WritePng(Image picture) => Write(picture, int.MaxValue, "image/png", p => p.PngsaveBuffer(keep: Nothing));

    /// <param name="picture">The picture.</param>
    /// <param name="longest">The longest side that the format has.</param>
    /// <param name="contentType">The type of the format.</param>
    /// <param name="save">Writes it.</param>
    private static RenderedImage Write(Image picture, int longest, string contentType, Func<Image, byte[]> save) =>
        picture.Width > longest || picture.Height > longest
            ? throw new NotRenderableException(
                $"The variant would have {picture.Width} × {picture.Height} pixels, and {contentType} has at most {longest} on a side. Ask for a width and a height.")
            : new RenderedImage(save(picture), contentType);
}
