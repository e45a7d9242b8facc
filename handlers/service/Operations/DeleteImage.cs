using ImageService.Handlers.Http;
using ImageService.Handlers.Images;
using ImageService.Handlers.Storage;

namespace ImageService.Handlers.Operations;

/// <summary>
/// <c>DELETE /images/{id}</c>: the item goes first, so that what is listed can always be downloaded. When the object
/// cannot be deleted then, the image is gone all the same: the answer is a 5xx, and nobody sees the object any more.
/// </summary>
internal sealed class DeleteImage(ImageTable table, ImageBucket bucket)
{
    public async Task<Response> HandleAsync(Request request, CancellationToken cancellation)
    {
        var id = ImageId.Of(request);
        request.AllowOnly();
        var condition = VersionCondition.Of(request);

        await table.DeleteAsync(id, condition, cancellation);
        await bucket.DeleteAsync(id, cancellation);
        return new Response(204);
    }
}
