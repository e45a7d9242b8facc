using System.Text;
using System.Text.Json;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.Storage;
using Microsoft.Data.Sqlite;

namespace EmbeddedAws.S3.Objects;

/// <summary>The rows of the objects. An object exists from the commit of its row on, whatever files there are.</summary>
internal sealed class ObjectRows(Database database)
{
    /// <summary>The columns that <see cref="Read"/> reads, in its order.</summary>
    public const string Columns = "bucket, key, file, size, etag, modified, algorithm, checksum, headers";

    private readonly PutsUnderWay _puts = new();

    /// <exception cref="S3Exception">There is no such bucket.</exception>
    public StoredObject? Find(string bucket, string key) => database.Read(connection =>
    {
        using var select = connection.Command($"SELECT {Columns} FROM objects WHERE bucket = $bucket AND key = $key", Identify(bucket, key));
        using var rows = select.ExecuteReader();
        if (rows.Read())
            return Read(rows);
        Buckets.Require(connection, bucket);
        return null;
    });

    /// <summary>Begins a put: refuses early what its commit would refuse, before a body is read for nothing.</summary>
    /// <exception cref="S3Exception">There is no such bucket, or the condition does not hold.</exception>
    public PutUnderWay Begin(string bucket, string key, WriteCondition condition)
    {
        var put = _puts.Begin(bucket, key, condition);
        try
        {
            put.Check(Find(bucket, key)?.ETag);
            return put;
        }
        catch
        {
            put.Dispose();
            throw;
        }
    }

    /// <summary>Puts a row in place of what is there.</summary>
    /// <returns>The name of the file that nothing needs any more, if any.</returns>
    /// <exception cref="S3Exception">There is no such bucket, or the condition does not hold.</exception>
    public Task<string?> PutAsync(StoredObject stored, PutUnderWay put) => database.WriteAsync(connection => Put(connection, stored, put));

    /// <summary>The same within a transaction that does more.</summary>
    public static string? Put(SqliteConnection connection, StoredObject stored, PutUnderWay put)
    {
        Buckets.Require(connection, stored.Bucket);
        var replaced = FileAndETag(connection, stored.Bucket, stored.Key);
        put.Check(replaced?.ETag);
        using var upsert = connection.Command(
            $"REPLACE INTO objects ({Columns}) VALUES ($bucket, $key, $file, $size, $etag, $modified, $algorithm, $checksum, $headers)",
            [
                .. Identify(stored.Bucket, stored.Key),
                ("$file", stored.File),
                ("$size", stored.Size),
                ("$etag", stored.ETag),
                ("$modified", stored.Modified.ToUnixTimeSeconds()),
                ("$algorithm", stored.Algorithm),
                ("$checksum", stored.Checksum),
                ("$headers", JsonSerializer.Serialize(stored.Headers)),
            ]);
        upsert.ExecuteNonQuery();
        return replaced?.File;
    }

    /// <summary>Takes a row away, if it is there.</summary>
    /// <returns>The name of the file that nothing needs any more, if any.</returns>
    /// <exception cref="S3Exception">There is no such bucket, or the condition does not hold.</exception>
    public Task<string?> DeleteAsync(string bucket, string key, WriteCondition condition) => database.WriteAsync(connection =>
    {
        Buckets.Require(connection, bucket);
        condition.Check(key, FileAndETag(connection, bucket, key)?.ETag);
        using var delete = connection.Command("DELETE FROM objects WHERE bucket = $bucket AND key = $key RETURNING file", Identify(bucket, key));
        var file = (string?)delete.ExecuteScalar();
        if (file is not null)
            _puts.Disturb(bucket, key);
        return file;
    }, freesSpace: true);

    /// <summary>Takes the row of an object away whose time is over, unless another has been put in its place.</summary>
    /// <returns>The name of the file that nothing needs any more, if any.</returns>
    public Task<string?> ExpireAsync(StoredObject stored) => database.WriteAsync(connection =>
    {
        using var delete = connection.Command(
            "DELETE FROM objects WHERE bucket = $bucket AND key = $key AND file = $file RETURNING file", [.. Identify(stored.Bucket, stored.Key), ("$file", stored.File)]);
        var file = (string?)delete.ExecuteScalar();
        if (file is not null)
            _puts.Disturb(stored.Bucket, stored.Key);
        return file;
    }, freesSpace: true);

    /// <summary>Those of the files that no row names.</summary>
    public IReadOnlyList<string> WithoutRow(IEnumerable<string> files) => database.Read(connection =>
    {
        using var select = connection.Command(
            "SELECT 1 FROM objects WHERE file = $file UNION ALL SELECT 1 FROM parts WHERE file = $file", ("$file", ""));
        return files.Where(file =>
        {
            select.Parameters[0].Value = file;
            return select.ExecuteScalar() is null;
        }).ToList();
    });

    public static StoredObject Read(SqliteDataReader row) => new(
        row.GetString(0),
        Encoding.UTF8.GetString(row.GetFieldValue<byte[]>(1)),
        row.GetString(2),
        row.GetInt64(3),
        row.GetString(4),
        DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(5)),
        row.GetString(6),
        row.GetString(7),
        JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetString(8))!);

    private static (string, object)[] Identify(string bucket, string key) => [("$bucket", bucket), ("$key", Encoding.UTF8.GetBytes(key))];

    private static (string File, string ETag)? FileAndETag(SqliteConnection connection, string bucket, string key)
    {
        using var select = connection.Command("SELECT file, etag FROM objects WHERE bucket = $bucket AND key = $key", Identify(bucket, key));
        using var rows = select.ExecuteReader();
        return rows.Read() ? (rows.GetString(0), rows.GetString(1)) : null;
    }
}
