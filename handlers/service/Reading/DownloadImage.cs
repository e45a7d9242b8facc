using ImageService.Handlers.Http;
using ImageService.Handlers.Images;
using ImageService.Handlers.Storage;

namespace ImageService.Handlers.Reading;

/// <summary><c>GET /images/{id}?download=true</c>: the bytes of an image, one range of them, or where they are.</summary>
internal sealed class DownloadImage(ImageTable table, ImageBucket bucket, Presigner presigner, BinaryAnswers binaryAnswers)
{
    public async Task<Response> HandleAsync(Request request, CancellationToken cancellation)
    {
        var id = ImageId.Of(request);
        var image = await table.GetAsync(id, cancellation);
        if (request.IsKnownToClient(image.BytesETag))
            return EntityTags.NotModified(image.BytesETag, DownloadAnswer.CacheControl);
        if (image.Size > InvocationLimit.Image)
            return await RedirectAsync(image, request);

        var range = RequestedRange.Of(request, image);
        // HEAD needs no bytes: the item has all that the headers say.
        if (request.Method == "HEAD")
            return DownloadAnswer.Of(image, range, default);
        if (!binaryAnswers.ReachClientOf(request))
            return await RedirectAsync(image, request);
        var bytes = await bucket.GetAsync(image, range?.ToByteRange(), cancellation);
        return bytes is not null ? DownloadAnswer.Of(image, range, bytes) : throw await table.DamagedAsync(id, request, cancellation);
    }

    /// <summary>A range is the client's to repeat.</summary>
    private async Task<Response> RedirectAsync(Image image, Request request) =>
        SignedAnswer.Redirect(await presigner.ReadAsync(image, DownloadAnswer.CacheControl, SignedAnswer.VerbOf(request)));
}
