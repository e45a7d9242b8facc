namespace ImageService.Handlers.Images;

/// <summary>What people say about an image. Limits are in characters, that is Unicode code points.</summary>
/// <param name="Title">At most 256.</param>
/// <param name="Description">At most 2048.</param>
/// <param name="Location">At most 256.</param>
/// <param name="Tags">At most 20 of 1 to 50.</param>
/// <param name="Attributes">At most 16; names of 1 to 64, values of at most 256.</param>
public sealed record ImageMetadata(
    string? Title = null,
    string? Description = null,
    string? Location = null,
    IReadOnlyList<string>? Tags = null,
    IReadOnlyDictionary<string, string>? Attributes = null);
