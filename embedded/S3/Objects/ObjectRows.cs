using System.Text.Json;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Settings;
using EmbeddedAws.S3.Wire;
using EmbeddedAws.Storage;
using Microsoft.Data.Sqlite;

namespace EmbeddedAws.S3.Objects;

/// <summary>The rows of the objects. An object exists from the commit of its row on, whatever files there are.</summary>
internal sealed class ObjectRows(Database database, TimeProvider time)
{
    private readonly PutsUnderWay _puts = new();

    /// <exception cref="S3Exception">There is no such bucket.</exception>
    public StoredObject? Find(string bucket, string key) => database.Read(connection =>
    {
        using var select = connection.Command($"SELECT {ObjectColumns.All} FROM objects WHERE bucket = $bucket AND key = $key", Identify(bucket, key));
        using var rows = select.ExecuteReader();
        if (rows.Read())
            return ObjectColumns.Read(rows);
        Buckets.Require(connection, bucket);
        return null;
    });

    /// <summary>A version by its id, whether it is the current one or not.</summary>
    /// <exception cref="S3Exception">There is no such bucket.</exception>
    public ObjectVersion? FindVersion(string bucket, string key, string id) => database.ReadTogether(connection =>
    {
        using var select = connection.Command($"SELECT {ObjectColumns.All} FROM objects WHERE {VersionRows.Named(id)}", VersionRows.Identify(bucket, key, id));
        using var rows = select.ExecuteReader();
        if (rows.Read())
            return ObjectColumns.ReadVersion(rows, isLatest: true);
        Buckets.Require(connection, bucket);
        return VersionRows.Find(connection, bucket, key, id);
    });

    /// <summary>The delete marker that is the current version of a key, if one is.</summary>
    public ObjectVersion? FindMarker(string bucket, string key) => database.Read(
        connection => VersionRows.Find(connection, bucket, key, id: null) is { IsMarker: true } marker ? marker : null);

    /// <summary>Begins a put: refuses early what its commit would refuse, before a body is read for nothing.</summary>
    /// <exception cref="S3Exception">There is no such bucket, or the condition does not hold.</exception>
    public PutUnderWay Begin(string bucket, string key, WriteCondition condition, Func<StoredObject, bool> isLost)
    {
        var put = _puts.Begin(bucket, key, condition);
        try
        {
            put.Begin(Find(bucket, key), isLost);
            return put;
        }
        catch
        {
            put.Dispose();
            throw;
        }
    }

    /// <summary>Puts a row in place of what is there.</summary>
    /// <exception cref="S3Exception">There is no such bucket, or the condition does not hold.</exception>
    /// <param name="stored">The row.</param>
    /// <param name="put">What allows it.</param>
    /// <param name="bytes">The bytes of a small object; null where they are in a file.</param>
    public Task<ObjectChange> PutAsync(StoredObject stored, PutUnderWay put, ReadOnlyMemory<byte>? bytes) => database.WriteAsync(connection =>
    {
        var change = Put(connection, stored, put);
        if (bytes is { } small)
            SmallObjects.Put(connection, stored.File, small.Span);
        return change;
    });

    /// <summary>The same within a transaction that does more.</summary>
    public static ObjectChange Put(SqliteConnection connection, StoredObject stored, PutUnderWay put)
    {
        var status = Buckets.VersioningOf(connection, stored.Bucket);
        var replaced = FileAndETag(connection, stored.Bucket, stored.Key);
        put.Check(replaced?.File, replaced?.ETag);
        (long Sequence, string? Id, string? Obsolete) room = status == VersioningStatus.Unversioned
            ? (0, null, replaced?.File)
            : VersionRows.MakeRoom(connection, stored.Bucket, stored.Key, status);
        using var upsert = connection.Command(
            $"REPLACE INTO objects ({ObjectColumns.All}) VALUES ($bucket, $key, $file, $size, $etag, $modified, $algorithm, $checksum, $headers, $version, $sequence)",
            [
                .. Identify(stored.Bucket, stored.Key),
                ("$file", stored.File),
                ("$size", stored.Size),
                ("$etag", stored.ETag),
                ("$modified", stored.Modified.ToUnixTimeSeconds()),
                ("$algorithm", stored.Algorithm),
                ("$checksum", stored.Checksum),
                ("$headers", JsonSerializer.Serialize(stored.Headers)),
                ("$version", VersionRows.Stored(room.Id)),
                ("$sequence", room.Sequence),
            ]);
        upsert.ExecuteNonQuery();
        // S3 tells of versions that it keeps only.
        return new ObjectChange(status == VersioningStatus.Enabled ? room.Id : null, IsMarker: false, room.Obsolete);
    }

    /// <summary>The bytes of a small object; null where they are in a file, or the object has been deleted since.</summary>
    public ObjectBytes? BytesOf(StoredObject stored) => stored.Size > SmallObjects.Largest ? null : database.ReadTogether(connection => SmallObjects.Find(connection, stored));

    /// <summary>Takes an object away, if it is there: for good where the bucket keeps no versions, or a version is named; else a delete marker takes its place.</summary>
    /// <exception cref="S3Exception">There is no such bucket, or the condition, which is on the current version, does not hold.</exception>
    public Task<ObjectChange> DeleteAsync(string bucket, string key, string? id, WriteCondition condition) => database.WriteAsync(connection =>
    {
        var status = Buckets.VersioningOf(connection, bucket);
        var current = FileAndETag(connection, bucket, key);
        condition.Check(key, current?.ETag);
        return Delete(connection, bucket, key, id, status, current?.File);
    }, freesSpace: true);

    /// <summary>The same for an object whose time is over, unless another has been put in its place.</summary>
    public Task<ObjectChange?> ExpireAsync(StoredObject stored) => database.WriteAsync(
        connection => FileAndETag(connection, stored.Bucket, stored.Key)?.File == stored.File
            ? Delete(connection, stored.Bucket, stored.Key, id: null, Buckets.VersioningOf(connection, stored.Bucket), stored.File)
            : null,
        freesSpace: true);

    /// <inheritdoc cref="VersionRows.Expire"/>
    public Task<string?> ExpireVersionAsync(ObjectVersion version) => database.WriteAsync(connection => VersionRows.Expire(connection, version), freesSpace: true);

    /// <summary>Those of the files that no row names.</summary>
    public IReadOnlyList<string> WithoutRow(IEnumerable<string> files) => database.Read(connection =>
    {
        using var select = connection.Command(
            "SELECT 1 FROM objects WHERE file = $file UNION ALL SELECT 1 FROM versions WHERE file = $file UNION ALL SELECT 1 FROM parts WHERE file = $file",
            ("$file", ""));
        return files.Where(file =>
        {
            select.Parameters[0].Value = file;
            return select.ExecuteScalar() is null;
        }).ToList();
    });

    private ObjectChange Delete(SqliteConnection connection, string bucket, string key, string? id, VersioningStatus status, string? current)
    {
        var change = status == VersioningStatus.Unversioned ? new ObjectChange(VersionId: null, IsMarker: false, id is null or VersionId.Null ? DeleteCurrent(connection, bucket, key) : null)
            : id is null ? VersionRows.PutMarker(connection, bucket, key, status, time.GetUtcNow())
            : VersionRows.Delete(connection, bucket, key, id);
        if (current is not null && (id is null || change.Obsolete == current))
            _puts.Disturb(bucket, key);
        return change;
    }

    private static string? DeleteCurrent(SqliteConnection connection, string bucket, string key)
    {
        using var delete = connection.Command("DELETE FROM objects WHERE bucket = $bucket AND key = $key RETURNING file", Identify(bucket, key));
        return (string?)delete.ExecuteScalar();
    }

    private static (string, object)[] Identify(string bucket, string key) => VersionRows.Identify(bucket, key);

    private static (string File, string ETag)? FileAndETag(SqliteConnection connection, string bucket, string key)
    {
        using var select = connection.Command("SELECT file, etag FROM objects WHERE bucket = $bucket AND key = $key", Identify(bucket, key));
        using var rows = select.ExecuteReader();
        return rows.Read() ? (rows.GetString(0), rows.GetString(1)) : null;
    }
}
