using ImageService.Handlers.Failures;
using ImageService.Handlers.Images;

namespace ImageService.Handlers.Variants;

/// <summary>Which images are rendered at all, by what their items say: no byte is read of the others.</summary>
/// <param name="mostPixels">The setting <c>VARIANT_MAX_PIXELS</c>.</param>
/// <param name="mostBytes">The setting <c>VARIANT_MAX_BYTES</c>.</param>
internal sealed class RenderLimits(long mostPixels, long mostBytes)
{
    /// <summary>How many pixels an image may have.</summary>
    public long MostPixels => mostPixels;

    /// <exception cref="ProblemException">422 <c>image-not-renderable</c>.</exception>
    public void Check(Image image)
    {
        if (image.ContentType == "image/bmp")
            throw Refused(image.Id, "BMP images have no variants.");
        if ((long)image.Width * image.Height > mostPixels)
            throw Refused(image.Id, $"It has {image.Width} × {image.Height} pixels; variants are made of images of at most {mostPixels}.");
        if (image.Size > mostBytes)
            throw Refused(image.Id, $"It has {image.Size} bytes; variants are made of images of at most {mostBytes}.");
    }

    /// <summary>What is said of an image that is not rendered.</summary>
    /// <param name="id">The image.</param>
    /// <param name="reason">Why not: a sentence.</param>
    public static ProblemException Refused(string id, string reason) => new(Problems.ImageNotRenderable, $"There are no variants of the image {id}. {reason}");
}
