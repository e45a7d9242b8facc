using ImageService.Handlers.Images;

namespace ImageService.Handlers.Updating;

/// <summary>What of an image can be changed; as a patch, the part of it that a client sends.</summary>
/// <param name="FileName">The name; every image has one.</param>
/// <param name="Owner">Whose image it is.</param>
/// <param name="Metadata">What is said about it.</param>
internal sealed record ImageFields(string? FileName, string? Owner, ImageMetadata? Metadata)
{
    public static ImageFields Of(Image image) => new(image.FileName, image.Owner, image.Metadata);
}
