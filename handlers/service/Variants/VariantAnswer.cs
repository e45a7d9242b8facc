using Amazon.S3;
using ImageService.Handlers.Http;
using ImageService.Handlers.Images;
using ImageService.Handlers.Reading;
using ImageService.Handlers.Storage;

namespace ImageService.Handlers.Variants;

/// <summary>The answers that show a variant: its bytes, that the client has them, or where they are.</summary>
internal sealed class VariantAnswer(Presigner presigner, BinaryAnswers binaryAnswers)
{
    /// <summary>Pages show the same variants again and again, and those of a deleted image for an hour at most.</summary>
    private const string CacheControl = "private, max-age=3600";

    /// <summary>Whether the answer is going to carry the bytes.</summary>
    public bool NeedsBytes(Request request, VariantRequest wanted, StoredVariant variant) =>
        !wanted.WantsLink && request.Method != "HEAD" && !request.IsKnownToClient(variant.ETag) && !MustRedirect(request, variant);

    public async Task<Response> OfAsync(Request request, Image image, VariantRequest wanted, StoredVariant variant)
    {
        var response = await WithoutVaryAsync(request, image, wanted, variant);
        if (wanted.DependsOnAccept)
            response.Headers["Vary"] = "Accept";
        return response;
    }

    private async Task<Response> WithoutVaryAsync(Request request, Image image, VariantRequest wanted, StoredVariant variant)
    {
        var disposition = InlineDisposition.Of(VariantName.Of(image.FileName, variant.ContentType));
        if (wanted.WantsLink)
            return SignedAnswer.Link(await presigner.ReadAsync(variant.Key, variant.ContentType, disposition, CacheControl, HttpVerb.GET));
        if (request.IsKnownToClient(variant.ETag))
            return EntityTags.NotModified(variant.ETag, CacheControl);
        if (MustRedirect(request, variant))
            return SignedAnswer.Redirect(await presigner.ReadAsync(variant.Key, variant.ContentType, disposition, CacheControl, SignedAnswer.VerbOf(request)));
        var response = DownloadAnswer.Bytes(200, variant.ContentType, disposition, variant.ETag, variant.Bytes);
        response.Headers["Cache-Control"] = CacheControl;
        return response;
    }

    private bool MustRedirect(Request request, StoredVariant variant) =>
        variant.Size > InvocationLimit.Image || (request.Method != "HEAD" && !binaryAnswers.ReachClientOf(request));
}
