using ImageService.Handlers.Failures;
using ImageService.Handlers.Http;
using ImageService.Handlers.Images;
using ImageService.Handlers.Storage;

namespace ImageService.Handlers.Variants;

/// <summary>
/// <c>GET /images/{id}/variant</c>: a smaller or converted picture. It is made once and kept; HEAD makes it, too, since its headers tell what GET is
/// going to answer.
/// </summary>
internal sealed class RenderImage(
    ImageTable table, ImageBucket images, VariantBucket variants, VariantMark mark, IImageRenderer renderer, VariantParameters parameters, RenderLimits limits,
    VariantAnswer answer)
{
    public async Task<Response> HandleAsync(Request request, CancellationToken cancellation)
    {
        var id = ImageId.Of(request);
        var wanted = parameters.Of(request);
        var image = await table.GetAsync(id, cancellation);
        limits.Check(image);
        var key = ObjectKey.OfVariant(id, wanted.Variant.Canonical);
        // Without the mark there is none to look for.
        var stored = (image.HasVariants ? await FindAsync() : null)
            ?? await PutAsync(id, image, key, await RenderAsync(id, image, wanted.Variant, request, cancellation), cancellation);
        // Another request was first with it, and its bytes are those that the ETag is about.
        stored ??= await FindAsync() ?? throw await GoneAsync(id, cancellation);
        return await answer.OfAsync(request, image, wanted, answer.NeedsBytes(request, wanted, stored) ? stored : stored with { Bytes = default });

        Task<StoredVariant?> FindAsync() => variants.FindAsync(key, found => answer.NeedsBytes(request, wanted, found), cancellation);
    }

    private async Task<RenderedImage> RenderAsync(ImageId id, Image image, Variant variant, Request request, CancellationToken cancellation)
    {
        var bytes = await images.GetAsync(image, range: null, cancellation) ?? throw await table.DamagedAsync(id, request, cancellation);
        try
        {
            return await renderer.RenderAsync(bytes, variant, limits.MostPixels, cancellation);
        }
        catch (NotRenderableException exception)
        {
            throw RenderLimits.Refused(image.Id, exception.Message);
        }
    }

    private async Task<StoredVariant?> PutAsync(ImageId id, Image image, string key, RenderedImage rendered, CancellationToken cancellation)
    {
        if (!image.HasVariants)
            await mark.SetAsync(id, cancellation);
        return await variants.PutAsync(key, rendered.Bytes, rendered.ContentType, cancellation);
    }

    /// <summary>What is said where the variant that was first is gone already: mostly a DELETE has taken it with its image.</summary>
    private async Task<ProblemException> GoneAsync(ImageId id, CancellationToken cancellation)
    {
        await table.GetAsync(id, cancellation);
        return new ProblemException(Problems.Unavailable, $"The variant of the image {id} was removed while it was read. Send the request again.");
    }
}
