using System.Text.Json.Serialization;
using ImageService.Handlers.Images;

namespace ImageService.Handlers.Uploading;

/// <summary>The body of the JSON form.</summary>
/// <param name="FileName">The name, required.</param>
/// <param name="Content">The image in base64, required.</param>
/// <param name="ContentType">The type that the client claims.</param>
/// <param name="Owner">Whose image it is.</param>
/// <param name="Metadata">What is said about it.</param>
internal sealed record JsonUpload(
    string? FileName,
    [property: JsonConverter(typeof(Base64ContentConverter))] Base64Content? Content,
    string? ContentType,
    string? Owner,
    ImageMetadata? Metadata);
