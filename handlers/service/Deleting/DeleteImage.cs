using ImageService.Handlers.Http;
using ImageService.Handlers.Images;
using ImageService.Handlers.Storage;

namespace ImageService.Handlers.Deleting;

/// <summary>
/// <c>DELETE /images/{id}</c>: the item goes first, so that what is listed can always be downloaded. With it the image is gone, whatever
/// becomes of its object.
/// </summary>
internal sealed class DeleteImage(ConditionalDelete item, ImageBucket bucket)
{
    public async Task<Response> HandleAsync(Request request, CancellationToken cancellation)
    {
        var id = ImageId.Of(request);
        var condition = VersionCondition.Of(request);

        await item.DeleteAsync(id, condition, cancellation);
        try
        {
            await bucket.DeleteAsync(id, cancellation);
        }
#pragma warning disable CA1031 // However it fails, nothing is left that a client could do about it: the collector removes the object.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            request.Notes.Failure = exception;
        }

        return new Response(204);
    }
}
