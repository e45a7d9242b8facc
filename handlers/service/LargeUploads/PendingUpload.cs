using ImageService.Handlers.Images;

namespace ImageService.Handlers.LargeUploads;

/// <summary>An image whose bytes go straight to S3: what its client said it will be.</summary>
/// <param name="Id">The id of the image to be.</param>
/// <param name="FileName">The name.</param>
/// <param name="ContentType">The Content-Type with which the bytes are sent to S3. The image has that of its bytes.</param>
/// <param name="Size">How many bytes there are.</param>
/// <param name="Sha256">Their SHA-256, in lower-case hexadecimal.</param>
/// <param name="Owner">Whose image it is, or null.</param>
/// <param name="Metadata">What is said about it, or null.</param>
internal sealed record PendingUpload(
    ImageId Id, string FileName, string ContentType, long Size, string Sha256, string? Owner, ImageMetadata? Metadata)
{
    /// <summary>Whether it became an image, which may have been deleted since.</summary>
    public bool IsCompleted { get; init; }
}
