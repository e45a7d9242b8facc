namespace ImageService.E2E.Client;

/// <summary>An image as a client reads it: written down here again, so that a change of the service's own type is noticed.</summary>
internal sealed record ImageView(
    string Id,
    string FileName,
    string ContentType,
    long Size,
    int Width,
    int Height,
    int? Orientation,
    string Sha256,
    string? Owner,
    MetadataView? Metadata,
    string CreatedAt,
    string UpdatedAt,
    int Version);

internal sealed record MetadataView(
    string? Title,
    string? Description,
    string? Location,
    string[]? Tags,
    Dictionary<string, string>? Attributes);

/// <summary>An upload as a client reads it.</summary>
internal sealed record UploadView(string Id, UploadTargetView Upload);

internal sealed record UploadTargetView(string Method, string Url, Dictionary<string, string> Headers, DateTimeOffset ExpiresAt);

internal sealed record PageView(ImageView[] Images, string? NextCursor);
