using ImageService.Handlers.Variants;

namespace ImageService.Rendering;

/// <summary>A width and a height in pixels.</summary>
internal readonly record struct PictureSize(int Width, int Height)
{
    /// <summary>The box of a variant: as large as it is asked for, but never larger than the image is.</summary>
    /// <param name="image">The size of the upright image.</param>
    /// <param name="variant">The variant.</param>
    public static PictureSize Of(PictureSize image, Variant variant)
    {
        var box = new PictureSize(variant.Width ?? image.Width, variant.Height ?? image.Height);
        return variant.Crop is null ? box : Inside(image, box);
    }

    /// <summary>The largest box of the same ratio, up to its own size, inside the image.</summary>
    private static PictureSize Inside(PictureSize image, PictureSize box)
    {
        var scale = Math.Min(1, Math.Min((double)image.Width / box.Width, (double)image.Height / box.Height));
        return new PictureSize(Scaled(box.Width), Scaled(box.Height));

        int Scaled(int length) => Math.Max(1, (int)Math.Round(length * scale));
    }
}
