using Amazon.S3;
using ImageService.Handlers.Downloading;
using ImageService.Handlers.Http;
using ImageService.Handlers.Images;
using ImageService.Handlers.Storage;

namespace ImageService.Handlers.Operations;

/// <summary><c>GET /images/{id}?download=true</c>: the bytes of an image, one range of them, or where they are.</summary>
internal sealed class DownloadImage(ImageTable table, ImageBucket bucket, Presigner presigner, BinaryAnswers binaryAnswers)
{
    /// <summary>Lambda's answer carries 6 MiB, of which base64 takes a third.</summary>
    private const int Largest = 4 * 1024 * 1024;

    public async Task<Response> HandleAsync(ImageId id, Request request, CancellationToken cancellation)
    {
        request.Notes.Operation = "downloadImage";
        var image = await table.GetAsync(id, cancellation);
        if (request.IsKnownToClient(image.BytesETag))
            return EntityTags.NotModified(image.BytesETag);
        if (image.Size > Largest)
            return await RedirectAsync(image, request.Method);

        var range = RequestedRange.Of(request, image);
        // HEAD needs no bytes: the item knows all that the headers say.
        var isHead = request.Method == "HEAD";
        if (!isHead && !binaryAnswers.ReachClientOf(request))
            return await RedirectAsync(image, request.Method);
        var bytes = isHead
            ? default
            : await bucket.GetAsync(id, range, cancellation) ?? throw ImageTable.NotFound(id);
        var response = new Response(range is null ? 200 : 206)
        {
            Headers =
            {
                ["Content-Type"] = image.ContentType,
                ["Content-Disposition"] = image.Disposition,
                ["ETag"] = image.BytesETag,
                ["Accept-Ranges"] = "bytes",
                // What somebody uploaded must never act as a page of this origin, whatever a browser makes of its bytes.
                ["X-Content-Type-Options"] = "nosniff",
                ["Content-Security-Policy"] = "default-src 'none'; sandbox",
            },
            Body = bytes,
        };
        if (range is { } part)
            response.Headers["Content-Range"] = $"bytes {part.First}-{part.Last}/{image.Size}";
        return response;
    }

    private async Task<Response> RedirectAsync(Image image, string method)
    {
        // The signature is good for one method. A range is the client's to repeat.
        var (url, _) = await presigner.ReadAsync(image, method == "HEAD" ? HttpVerb.HEAD : HttpVerb.GET);
        return new Response(307) { Headers = { ["Location"] = url, ["Cache-Control"] = "no-store" } };
    }
}
