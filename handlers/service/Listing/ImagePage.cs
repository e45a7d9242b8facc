using System.Text.Json.Serialization;
using ImageService.Handlers.Images;

namespace ImageService.Handlers.Listing;

/// <summary>A page of a listing.</summary>
/// <param name="Images">Up to <c>limit</c> images; with filters fewer, or none, although more follow.</param>
/// <param name="NextCursor">Where the next page starts; null, and only then, when the listing ends.</param>
internal sealed record ImagePage(
    IReadOnlyList<Image> Images,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? NextCursor);
