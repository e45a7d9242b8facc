namespace EmbeddedAws.S3.Objects;

/// <summary>One page of the versions of a bucket.</summary>
/// <param name="Versions">The versions and delete markers of the page.</param>
/// <param name="CommonPrefixes">What keys between prefix and delimiter have in common, once each.</param>
/// <param name="Last">The last key or common prefix of the page, and the id of the last version; none after a common prefix.</param>
/// <param name="IsTruncated">Whether more follow.</param>
internal sealed record VersionPage(IReadOnlyList<ObjectVersion> Versions, IReadOnlyList<string> CommonPrefixes, (string Key, string? Id) Last, bool IsTruncated);
