namespace ImageService.Handlers.Images;

/// <summary>What people say about an image; <see cref="MetadataRules"/> has the limits.</summary>
/// <param name="Title">The title.</param>
/// <param name="Description">The description.</param>
/// <param name="Location">Where it was taken.</param>
/// <param name="Tags">The tags, by which listings filter.</param>
/// <param name="Attributes">Anything else, by name.</param>
public sealed record ImageMetadata(
    string? Title = null,
    string? Description = null,
    string? Location = null,
    IReadOnlyList<string>? Tags = null,
    IReadOnlyDictionary<string, string>? Attributes = null);
