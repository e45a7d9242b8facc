using ImageService.Handlers.Variants;
using NetVips;

namespace ImageService.Rendering;

/// <summary>The way from the bytes of an image to those of a variant.</summary>
internal static class Rendering
{
    /// <summary>The profile of every variant, which libvips brings.</summary>
    private const string OutputProfile = "srgb";

    public static RenderedImage Of(byte[] bytes, Variant variant, long mostPixels, CancellationToken cancellation)
    {
        var box = BoxOf(bytes, variant, mostPixels);
        using var picture = Image.ThumbnailBuffer(
            bytes,
            box.Width,
            height: box.Height,
            // Never enlarged.
            size: Enums.Size.Down,
            crop: CropOf(variant),
            outputProfile: OutputProfile,
            // As a separate parameter, fail_on does not reach the loader of bytes in memory (libvips 8.18).
            optionString: "[fail_on=error]");
        // libvips looks at this before each piece of its work.
        using var stop = cancellation.Register(() => picture.SetKill(true));
        return VariantWriter.Write(picture, variant);
    }

    /// <summary>The box that the picture goes into, from the header of the image.</summary>
    private static PictureSize BoxOf(byte[] bytes, Variant variant, long mostPixels)
    {
        if (Image.FindLoadBuffer(bytes) is null)
            throw new NotRenderableException("It is of a kind that the renderer does not read, such as an animated AVIF.");
        using var header = Image.NewFromBuffer(bytes, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error);
        var most = HoldsWideSamples(header) ? mostPixels / 2 : mostPixels;
        return (long)header.Width * header.Height <= most
            ? PictureSize.Of(Upright(header), variant)
            : throw new NotRenderableException($"It has {header.Width} × {header.Height} pixels; variants are made of images of at most {most}{(most < mostPixels ? " if they are AVIF with more than 8 bits a sample" : "")}.");
    }

    /// <summary>AVIF is decoded as a whole, several times over: with 10 or 12 bits a sample it takes so much more memory that as many pixels as usual do not fit a function's.</summary>
    private static bool HoldsWideSamples(Image header) => header.Format != Enums.BandFormat.Uchar && (string)header.Get("vips-loader") == "heifload_buffer";

    /// <summary>The size of the picture as a viewer shows it. libvips turns AVIF when it reads it, and all else when it makes the picture.</summary>
    private static PictureSize Upright(Image header)
    {
        var isOnItsSide = header.Contains("orientation") && (int)header.Get("orientation") is >= 5 and <= 8;
        return isOnItsSide ? new PictureSize(header.Height, header.Width) : new PictureSize(header.Width, header.Height);
    }

    private static Enums.Interesting? CropOf(Variant variant) => variant.Crop switch
    {
        VariantCrop.Center => Enums.Interesting.Centre,
        VariantCrop.Attention => Enums.Interesting.Attention,
        _ => null,
    };
}
