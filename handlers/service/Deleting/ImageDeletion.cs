using ImageService.Handlers.Failures;
using ImageService.Handlers.Images;
using ImageService.Handlers.Storage;

namespace ImageService.Handlers.Deleting;

/// <summary>
/// Deletes an image: the item goes first, so that what is listed can always be downloaded. With it the image is gone, whatever becomes of
/// its object.
/// </summary>
internal sealed class ImageDeletion(ConditionalDelete item, ImageBucket bucket)
{
    /// <summary>Deletes the item, and then the object.</summary>
    /// <returns>Why the object is still there, for the log; null where it is gone.</returns>
    /// <exception cref="ProblemException">404, or 412 when the image is at another version.</exception>
    public async Task<Exception?> DeleteAsync(ImageId id, VersionCondition? condition, CancellationToken cancellation)
    {
        await item.DeleteAsync(id, condition, cancellation);
        try
        {
            await bucket.DeleteAsync(id, cancellation);
            return null;
        }
#pragma warning disable CA1031 // However it fails, nothing is left that a client could do about it: the collector removes the object.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return exception;
        }
    }
}
