using ImageService.Handlers.Images;

namespace ImageService.Handlers.Uploading;

/// <summary>The body of <c>POST /uploads</c>: what the image will be. All but owner and metadata are required.</summary>
/// <param name="FileName">The name.</param>
/// <param name="ContentType">The type of the bytes.</param>
/// <param name="Size">How many bytes there are.</param>
/// <param name="Sha256">Their SHA-256, in lower-case hexadecimal.</param>
/// <param name="Owner">Whose image it is.</param>
/// <param name="Metadata">What is said about it.</param>
internal sealed record UploadDeclaration(
    string? FileName, string? ContentType, long? Size, string? Sha256, string? Owner, ImageMetadata? Metadata);
