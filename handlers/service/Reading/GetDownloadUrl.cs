using Amazon.S3;
using ImageService.Handlers.Http;
using ImageService.Handlers.Images;
using ImageService.Handlers.Storage;

namespace ImageService.Handlers.Reading;

/// <summary><c>GET /images/{id}?download=url</c>: where the bytes of an image can be fetched without this API, however large.</summary>
internal sealed class GetDownloadUrl(ImageTable table, Presigner presigner)
{
    public async Task<Response> HandleAsync(Request request, CancellationToken cancellation)
    {
        var image = await table.GetAsync(ImageId.Of(request), cancellation);
        return SignedAnswer.Link(await presigner.ReadAsync(image, DownloadAnswer.CacheControl, HttpVerb.GET));
    }
}
