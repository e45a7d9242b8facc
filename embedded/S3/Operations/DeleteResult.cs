using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Objects;

namespace EmbeddedAws.S3.Operations;

/// <summary>An object that a DeleteObjects names.</summary>
/// <param name="Key">The key.</param>
/// <param name="Version">The version; null where none is named.</param>
internal sealed record NamedVersion(string Key, string? Version);

/// <summary>What has become of it.</summary>
/// <param name="Named">The object.</param>
/// <param name="Change">What has changed; null where it cannot be deleted.</param>
/// <param name="Failure">Why it cannot be deleted.</param>
internal sealed record DeleteResult(NamedVersion Named, ObjectChange? Change, S3Exception? Failure);
