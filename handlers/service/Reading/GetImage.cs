using ImageService.Handlers.Http;
using ImageService.Handlers.Images;
using ImageService.Handlers.Storage;

namespace ImageService.Handlers.Reading;

/// <summary><c>GET /images/{id}</c>: the metadata of an image.</summary>
internal sealed class GetImage(ImageTable table)
{
    public async Task<Response> HandleAsync(Request request, CancellationToken cancellation)
    {
        var image = await table.GetAsync(ImageId.Of(request), cancellation);
        return request.IsKnownToClient(image.MetadataETag) ? EntityTags.NotModified(image.MetadataETag) : ImageAnswer.Ok(image);
    }
}
