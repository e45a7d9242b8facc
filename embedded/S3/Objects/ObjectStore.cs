using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Settings;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Objects;

/// <summary>Objects as rows and files together: the file is there before its row, and goes after it. A small object has no file.</summary>
internal sealed class ObjectStore(ObjectRows rows, ObjectFiles files, BucketSettings settings)
{
    public IncomingBytes Create() => files.Create();

    /// <exception cref="S3Exception">There is no such bucket, or the condition does not hold.</exception>
    public PutUnderWay Begin(string bucket, string key, WriteCondition condition) => rows.Begin(bucket, key, condition, IsLost);

    /// <summary>Makes what was written the object; when the task ends it survives a crash.</summary>
    /// <returns>The id of the version, where the bucket keeps versions.</returns>
    public async Task<string?> PutAsync(IncomingBytes file, StoredObject stored, PutUnderWay put)
    {
        if (file.Small is null)
            file.Keep();
        var change = await rows.PutAsync(stored, put, file.Small);
        file.Commit();
        files.Delete(change.Obsolete);
        return change.VersionId;
    }

    /// <inheritdoc cref="ObjectRows.DeleteAsync"/>
    public async Task<ObjectChange> DeleteAsync(string bucket, string key, string? id, WriteCondition condition)
    {
        var change = await rows.DeleteAsync(bucket, key, id, condition);
        files.Delete(change.Obsolete);
        return change;
    }

    /// <inheritdoc cref="ObjectRows.ExpireAsync"/>
    public async Task ExpireAsync(StoredObject stored) => files.Delete((await rows.ExpireAsync(stored))?.Obsolete);

    /// <inheritdoc cref="ObjectRows.ExpireVersionAsync"/>
    public async Task ExpireVersionAsync(ObjectVersion version) => files.Delete(await rows.ExpireVersionAsync(version));

    /// <summary>The current version of an object, or the one that is named.</summary>
    /// <exception cref="S3Exception">There is no such bucket, no such key or no such version, or it is a delete marker.</exception>
    public StoredObject Get(string bucket, string key, string? id = null)
    {
        var stored = id is null ? rows.Find(bucket, key) : GetVersion(bucket, key, id);
        var isVersioned = settings.IsVersioned(bucket);
        if (stored is null)
            throw isVersioned && rows.FindMarker(bucket, key) is { } marker ? S3Errors.NoSuchKey(key, marker.Id) : S3Errors.NoSuchKey(key);
        return isVersioned && stored.VersionId is null ? stored with { VersionId = VersionId.Null } : stored;
    }

    /// <summary>Finds an object and opens its bytes: both of the same put, even while others replace it.</summary>
    /// <exception cref="S3Exception">There is no such object, or its file was removed or truncated.</exception>
    public (StoredObject Stored, ObjectBytes Bytes) Open(string bucket, string key, string? id = null)
    {
        string? missing = null;
        while (true)
        {
            var stored = Get(bucket, key, id);
            if (BytesOf(stored) is { } bytes)
                return (stored, bytes);
            // After a put or a delete that came between, the row that is there now tells.
            missing = stored.File != missing ? stored.File : throw S3Errors.NoSuchKey(key);
        }
    }

    /// <summary>Whether something else has removed or truncated the file of an object: a put finds nothing there, as a GET does.</summary>
    private bool IsLost(StoredObject stored)
    {
        using var bytes = BytesOf(stored);
        return bytes is null;
    }

    private ObjectBytes? BytesOf(StoredObject stored) => rows.BytesOf(stored) ?? files.Open(stored.File, stored.Size);

    private StoredObject GetVersion(string bucket, string key, string id)
    {
        var version = rows.FindVersion(bucket, key, id) ?? throw S3Errors.NoSuchVersion(key, id);
        return version.IsMarker ? throw S3Errors.IsDeleteMarker(id, version.Modified) : version.Object;
    }
}
