using System.Text;
using EmbeddedAws.S3.Settings;
using EmbeddedAws.S3.Wire;
using EmbeddedAws.Storage;
using Microsoft.Data.Sqlite;

namespace EmbeddedAws.S3.Objects;

/// <summary>
/// The rows of older versions and of delete markers, each call within a transaction of its caller. A current object is among the objects instead; where a
/// key has none, its newest row here is a delete marker.
/// </summary>
internal static class VersionRows
{
    private const string OfKey = "bucket = $bucket AND key = $key";
    private const string Newest = $"SELECT MAX(sequence) FROM versions WHERE {OfKey}";

    /// <summary>Makes room for a new version: the current one becomes an older one. Where versioning is suspended the new one replaces the version <c>null</c>.</summary>
    /// <returns>The place of the new version, its id, and the file that nothing needs any more, if any.</returns>
    public static (long Sequence, string Id, string? Obsolete) MakeRoom(SqliteConnection connection, string bucket, string key, VersioningStatus status)
    {
        var obsolete = status == VersioningStatus.Suspended ? Take(connection, bucket, key, VersionId.Null).File : null;
        if (connection.Execute($"INSERT INTO versions ({ObjectColumns.All}) SELECT {ObjectColumns.All} FROM objects WHERE {OfKey}", Identify(bucket, key)) > 0)
            connection.Execute($"DELETE FROM objects WHERE {OfKey}", Identify(bucket, key));
        using var newest = connection.Command(Newest, Identify(bucket, key));
        var sequence = newest.ExecuteScalar() is long last ? last + 1 : 1;
        return (sequence, status == VersioningStatus.Suspended ? VersionId.Null : VersionId.New(sequence), obsolete);
    }

    /// <summary>Puts a delete marker in place of the current version.</summary>
    public static ObjectChange PutMarker(SqliteConnection connection, string bucket, string key, VersioningStatus status, DateTimeOffset now)
    {
        var (sequence, id, obsolete) = MakeRoom(connection, bucket, key, status);
        connection.Execute(
            $"INSERT INTO versions ({ObjectColumns.All}) VALUES ($bucket, $key, NULL, 0, '', $modified, '', '', '{{}}', $version, $sequence)",
            [.. Identify(bucket, key), ("$modified", now.ToUnixTimeSeconds()), ("$version", Stored(id)), ("$sequence", sequence)]);
        return new ObjectChange(id, IsMarker: true, obsolete);
    }

    /// <summary>Deletes a version for good; the newest that is left becomes the current one.</summary>
    public static ObjectChange Delete(SqliteConnection connection, string bucket, string key, string id)
    {
        var (isMarker, file) = Take(connection, bucket, key, id);
        var restored = connection.Execute(
            $"""
            INSERT INTO objects ({ObjectColumns.All}) SELECT {ObjectColumns.All} FROM versions
            WHERE {OfKey} AND file IS NOT NULL AND sequence = ({Newest}) AND NOT EXISTS (SELECT 1 FROM objects WHERE {OfKey})
            """,
            Identify(bucket, key));
        if (restored > 0)
            connection.Execute($"DELETE FROM versions WHERE {OfKey} AND sequence = ({Newest})", Identify(bucket, key));
        return new ObjectChange(id, isMarker, file);
    }

    /// <summary>Deletes a version that is still not the current one, or a delete marker that is still the only version.</summary>
    /// <returns>The file that nothing needs any more, if any.</returns>
    public static string? Expire(SqliteConnection connection, ObjectVersion version)
    {
        var isDue = version.IsLatest
            ? $"NOT EXISTS (SELECT 1 FROM objects WHERE {OfKey}) AND NOT EXISTS (SELECT 1 FROM versions WHERE {OfKey} AND sequence <> $sequence)"
            : $"EXISTS (SELECT 1 FROM objects WHERE {OfKey}) OR EXISTS (SELECT 1 FROM versions WHERE {OfKey} AND sequence > $sequence)";
        using var delete = connection.Command(
            $"DELETE FROM versions WHERE {OfKey} AND sequence = $sequence AND file IS $file AND ({isDue}) RETURNING file",
            [
                .. Identify(version.Object.Bucket, version.Key),
                ("$sequence", version.Sequence),
                ("$file", version.IsMarker ? DBNull.Value : version.Object.File),
            ]);
        return delete.ExecuteScalar() as string;
    }

    /// <summary>An older version or a delete marker by its id; without one, the newest of them.</summary>
    public static ObjectVersion? Find(SqliteConnection connection, string bucket, string key, string? id)
    {
        using var select = connection.Command(
            $"SELECT {ObjectColumns.All} FROM versions WHERE {(id is null ? $"{OfKey} AND sequence = ({Newest})" : Named(id))}", Identify(bucket, key, id));
        using var rows = select.ExecuteReader();
        return rows.Read() ? ObjectColumns.ReadVersion(rows, isLatest: false) : null;
    }

    /// <summary>An id as it is stored: <c>null</c> as none.</summary>
    public static object Stored(string? id) => id is null or VersionId.Null ? DBNull.Value : id;

    /// <summary>The condition that finds a version, among the objects or here, with the parameters of <see cref="Identify"/>.</summary>
    public static string Named(string id) => $"{OfKey} AND {(id == VersionId.Null ? "version IS NULL" : "sequence = $sequence AND version = $version")}";

    public static (string, object)[] Identify(string bucket, string key, string? id = null)
    {
        (string, object)[] ofKey = [("$bucket", bucket), ("$key", Encoding.UTF8.GetBytes(key))];
        return id is null or VersionId.Null ? ofKey : [.. ofKey, ("$sequence", VersionId.SequenceOf(id)), ("$version", id)];
    }

    /// <summary>Takes a version away, wherever it is.</summary>
    private static (bool IsMarker, string? File) Take(SqliteConnection connection, string bucket, string key, string id)
    {
        foreach (var table in (ReadOnlySpan<string>)["objects", "versions"])
        {
            using var delete = connection.Command($"DELETE FROM {table} WHERE {Named(id)} RETURNING COALESCE(file, '')", Identify(bucket, key, id));
            if (delete.ExecuteScalar() is string file)
                return file.Length > 0 ? (false, file) : (true, null);
        }

        return (false, null);
    }
}
