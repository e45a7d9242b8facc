using ImageService.Handlers.Http;
using ImageService.Handlers.Images;
using ImageService.Handlers.Storage;

namespace ImageService.Handlers.Updating;

/// <summary><c>PATCH /images/{id}</c>: changes what is said about an image. Of two changes at once one is refused, never lost.</summary>
internal sealed class UpdateImage(ImageTable table, ConditionalUpdate update, TimeProvider time)
{
    public async Task<Response> HandleAsync(Request request, CancellationToken cancellation)
    {
        var id = ImageId.Of(request);
        var condition = VersionCondition.Of(request);
        var patch = ImagePatch.Read(request);

        var image = await table.GetAsync(id, cancellation);
        if (condition?.Allows(image.Version) == false)
            throw VersionCondition.Failed(id);
        var updated = patch.ApplyTo(image, time.GetUtcNow());
        await update.WriteAsync(updated, condition, cancellation);

        return ImageAnswer.Ok(updated);
    }
}
