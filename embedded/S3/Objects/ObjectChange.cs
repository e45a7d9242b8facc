namespace EmbeddedAws.S3.Objects;

/// <summary>What a write has changed.</summary>
/// <param name="VersionId">The id of the version that was created or deleted; null in a bucket without versions.</param>
/// <param name="IsMarker">Whether that is a delete marker.</param>
/// <param name="Obsolete">The file that nothing needs any more, if any.</param>
internal sealed record ObjectChange(string? VersionId, bool IsMarker, string? Obsolete);
