using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Objects;

/// <summary>A version of an object, or a delete marker: https://docs.aws.amazon.com/AmazonS3/latest/userguide/DeleteMarker.html</summary>
/// <param name="Object">The object; a marker has no file and no bytes.</param>
/// <param name="Sequence">Its place among the versions of the key, the newest last.</param>
/// <param name="IsMarker">Whether it is a delete marker.</param>
/// <param name="IsLatest">Whether it is the current version.</param>
internal sealed record ObjectVersion(StoredObject Object, long Sequence, bool IsMarker, bool IsLatest)
{
    public string Key => Object.Key;

    public string Id => Object.VersionId ?? VersionId.Null;

    public DateTimeOffset Modified => Object.Modified;
}
