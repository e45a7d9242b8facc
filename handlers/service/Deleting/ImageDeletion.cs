using ImageService.Handlers.Failures;
using ImageService.Handlers.Images;
using ImageService.Handlers.Storage;

namespace ImageService.Handlers.Deleting;

/// <summary>
/// Deletes an image with all that belongs to it: the item goes first, so that what is listed can always be downloaded. With it the image is gone,
/// even if its objects cannot be deleted: the collector removes what a failure leaves behind.
/// </summary>
internal sealed class ImageDeletion(ConditionalDelete item, ImageBucket images, VariantBucket variants)
{
    /// <summary>Deletes the item, then the objects. A failure after the item is gone is returned, not thrown.</summary>
    /// <returns>Why an object may be left; null if none is.</returns>
    /// <exception cref="ProblemException">404, or 412 when the image is at another version.</exception>
    public async Task<Exception?> DeleteAsync(ImageId id, VersionCondition? condition, CancellationToken cancellation)
    {
        var hasVariants = await item.DeleteAsync(id, condition, cancellation);
        try
        {
            await Task.WhenAll(images.DeleteAsync(id, cancellation), hasVariants ? DeleteVariantsAsync(id, cancellation) : Task.CompletedTask);
            return null;
        }
#pragma warning disable CA1031 // However it fails, nothing is left that a client could do about it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return exception;
        }
    }

    private async Task DeleteVariantsAsync(ImageId id, CancellationToken cancellation)
    {
        var keys = await variants.ListAsync(id, cancellation);
        if (keys.Count > 0)
            await variants.DeleteAsync(keys, cancellation);
    }
}
