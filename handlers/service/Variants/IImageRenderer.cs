namespace ImageService.Handlers.Variants;

/// <summary>
/// Makes the pixels of variants. The service itself cannot: what can is large, and only the function of <c>renderImage</c> is to carry it.
/// </summary>
public interface IImageRenderer
{
    /// <summary>Makes a variant.</summary>
    /// <param name="image">The bytes of the image.</param>
    /// <param name="variant">What to make of it.</param>
    /// <param name="mostPixels">How many pixels the image may have; checked again, even if its item says less.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="NotRenderableException">The image cannot be rendered.</exception>
    Task<RenderedImage> RenderAsync(byte[] image, Variant variant, long mostPixels, CancellationToken cancellation);
}
