using Amazon.S3;
using ImageService.Handlers.Failures;
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
            return await RedirectAsync(image, request.Method);

        var range = RequestedRange.Of(request, image);
        // HEAD needs no bytes: the item has all that the headers say.
        if (request.Method == "HEAD")
            return DownloadAnswer.Of(image, range, default);
        if (!binaryAnswers.ReachClientOf(request))
            return await RedirectAsync(image, request.Method);
        var bytes = await bucket.GetAsync(id, range?.ToByteRange(), image.Size, cancellation);
        return bytes is not null ? DownloadAnswer.Of(image, range, bytes) : throw await MissingAsync(id, request, cancellation);
    }

    private async Task<Response> RedirectAsync(Image image, string method)
    {
        // The signature is good for one method. A range is the client's to repeat.
        var (url, _) = await presigner.ReadAsync(image, method == "HEAD" ? HttpVerb.HEAD : HttpVerb.GET);
        return new Response(307) { Headers = { ["Location"] = url, ["Cache-Control"] = "no-store" } };
    }

    /// <summary>What is said of an image whose bytes are not there: a DELETE takes the item first, so an item that is still there has lost them.</summary>
    private async Task<ProblemException> MissingAsync(ImageId id, Request request, CancellationToken cancellation)
    {
        await table.GetAsync(id, cancellation);
        return new ProblemException(
            Problems.ImageDamaged, $"The bytes of the image {id} are missing or incomplete. The operator has to look into it; request {request.Id}.");
    }
}
