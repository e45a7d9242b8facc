using ImageService.Handlers.Http;
using ImageService.Handlers.Images;

namespace ImageService.Handlers.Deleting;

/// <summary><c>DELETE /images/{id}</c>: deletes an image.</summary>
internal sealed class DeleteImage(ImageDeletion deletion)
{
    public async Task<Response> HandleAsync(Request request, CancellationToken cancellation)
    {
        request.Notes.Failure = await deletion.DeleteAsync(ImageId.Of(request), VersionCondition.Of(request), cancellation);
        return new Response(204);
    }
}
