using ImageService.Handlers.Images;

namespace ImageService.Handlers.Uploading;

/// <summary>What a client sends in any of the three forms.</summary>
/// <param name="Bytes">The image; a part of the body, or what its base64 decodes to.</param>
/// <param name="FileName">The name, or null where the form allows none.</param>
/// <param name="DeclaredType">The content type that the client claims, or null.</param>
/// <param name="Owner">Whose image it is, or null.</param>
/// <param name="Metadata">What is said about it, or null.</param>
internal sealed record Upload(ReadOnlyMemory<byte> Bytes, string? FileName, string? DeclaredType, string? Owner, ImageMetadata? Metadata);
