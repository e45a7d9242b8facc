using Amazon.S3;
using ImageService.Handlers.Http;
using ImageService.Handlers.Images;
using ImageService.Handlers.Storage;

namespace ImageService.Handlers.Operations;

/// <summary><c>GET /images/{id}?download=url</c>: where the bytes of an image can be fetched without this API, however large.</summary>
internal sealed class GetDownloadUrl(ImageTable table, Presigner presigner)
{
    public async Task<Response> HandleAsync(ImageId id, Request request, CancellationToken cancellation)
    {
        request.Notes.Operation = "getDownloadUrl";
        var image = await table.GetAsync(id, cancellation);
        var (url, expiresAt) = await presigner.ReadAsync(image, HttpVerb.GET);
        var response = Response.Json(200, new DownloadLink(url, expiresAt), ServiceJson.Default.DownloadLink);
        // Whoever has the URL can fetch the image.
        response.Headers["Cache-Control"] = "no-store";
        return response;
    }
}
