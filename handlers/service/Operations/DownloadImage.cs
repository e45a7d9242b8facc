using ImageService.Handlers.Http;
using ImageService.Handlers.Images;
using ImageService.Handlers.Storage;

namespace ImageService.Handlers.Operations;

/// <summary><c>GET /images/{id}?download=true</c>: the bytes of an image.</summary>
internal sealed class DownloadImage(ImageTable table, ImageBucket bucket)
{
    public async Task<Response> HandleAsync(ImageId id, Request request, CancellationToken cancellation)
    {
        request.Notes.Operation = "downloadImage";
        var image = await table.GetAsync(id, cancellation);
        // HEAD needs no bytes: the item knows all that the headers say.
        var bytes = request.Method == "HEAD"
            ? default
            : await bucket.GetAsync(id, cancellation) ?? throw ImageTable.NotFound(id);
        return new Response(200)
        {
            Headers =
            {
                ["Content-Type"] = image.ContentType,
                ["Content-Disposition"] = image.Disposition,
                ["ETag"] = image.BytesETag,
                ["Accept-Ranges"] = "none",
                // What somebody uploaded must never act as a page of this origin, whatever a browser makes of its bytes.
                ["X-Content-Type-Options"] = "nosniff",
                ["Content-Security-Policy"] = "default-src 'none'; sandbox",
            },
            Body = bytes,
        };
    }
}
