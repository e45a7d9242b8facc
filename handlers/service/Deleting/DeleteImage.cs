using ImageService.Handlers.Http;
using ImageService.Handlers.Images;

namespace ImageService.Handlers.Deleting;

/// <summary><c>DELETE /images/{id}</c>: the first is 204, every later one 404.</summary>
internal sealed class DeleteImage(ImageDeletion deletion)
{
    public async Task<Response> HandleAsync(Request request, CancellationToken cancellation)
    {
        var id = ImageId.Of(request);
        var condition = VersionCondition.Of(request);

        request.Notes.Failure = await deletion.DeleteAsync(id, condition, cancellation);

        return new Response(204);
    }
}
