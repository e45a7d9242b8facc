using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Settings;
using EmbeddedAws.Storage;
using Microsoft.Data.Sqlite;

namespace EmbeddedAws.S3.Objects;

internal sealed class Buckets(Database database, BucketSettings settings, TimeProvider time)
{
    /// <summary>Makes a bucket; one that is there stays as it is, with its settings.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="asked">Its settings.</param>
    public Task CreateAsync(string name, NewBucket asked) => settings.ChangeAsync(name, connection =>
    {
        using var insert = connection.Command(
            "INSERT INTO buckets (name, created) VALUES ($name, $created) ON CONFLICT DO NOTHING",
            ("$name", name),
            ("$created", time.GetUtcNow().ToUnixTimeSeconds()));
        var isNew = insert.ExecuteNonQuery() > 0;
        if (isNew)
            BucketDefaults.Put(connection, name, asked);
        return isNew;
    });

    /// <summary>Deletes a bucket with its uploads in progress: S3 counts objects and their versions only.</summary>
    /// <returns>The files of the uploads, which nothing needs any more.</returns>
    /// <exception cref="S3Exception">There is no such bucket, or it is not empty.</exception>
    public Task<IReadOnlyList<string>> DeleteAsync(string name) => settings.ChangeAsync(name, connection =>
    {
        Require(connection, name);
        using var any = connection.Command(
            "SELECT 1 FROM (SELECT 1 FROM objects WHERE bucket = $name LIMIT 1) UNION ALL SELECT 1 FROM (SELECT 1 FROM versions WHERE bucket = $name LIMIT 1)", ("$name", name));
        if (any.ExecuteScalar() is not null)
            throw S3Errors.BucketNotEmpty(name);
        connection.Execute("DELETE FROM cors WHERE bucket = $name", ("$name", name));
        connection.Execute("DELETE FROM settings WHERE bucket = $name", ("$name", name));
        var files = UploadRows.DeleteAll(connection, name);
        connection.Execute("DELETE FROM buckets WHERE name = $name", ("$name", name));
        return files;
    }, freesSpace: true);

    /// <exception cref="S3Exception">There is no such bucket.</exception>
    public void Require(string name) => database.Read(connection => Require(connection, name));

    public bool Exists(string name) => database.Read(connection => Exists(connection, name));

    public IReadOnlyList<(string Name, DateTimeOffset Created)> List() => database.Read(connection =>
    {
        using var select = connection.Command("SELECT name, created FROM buckets ORDER BY name");
        using var rows = select.ExecuteReader();
        var buckets = new List<(string, DateTimeOffset)>();
        while (rows.Read())
            buckets.Add((rows.GetString(0), DateTimeOffset.FromUnixTimeSeconds(rows.GetInt64(1))));
        return buckets;
    });

    /// <summary>The same within a transaction, so that the bucket is still there when it commits.</summary>
    public static bool Require(SqliteConnection connection, string name) =>
        Exists(connection, name) ? true : throw S3Errors.NoSuchBucket(name);

    /// <summary>Whether a bucket keeps versions, as of a transaction.</summary>
    /// <exception cref="S3Exception">There is no such bucket.</exception>
    public static VersioningStatus VersioningOf(SqliteConnection connection, string name)
    {
        using var select = connection.Command(
            "SELECT (SELECT value FROM settings WHERE bucket = $name AND settings.name = $setting) FROM buckets WHERE name = $name",
            ("$name", name),
            ("$setting", BucketSetting.Versioning.Parameter));
        return select.ExecuteScalar() is { } configuration ? Versioning.StatusIn(configuration as string) : throw S3Errors.NoSuchBucket(name);
    }

    private static bool Exists(SqliteConnection connection, string name)
    {
        using var select = connection.Command("SELECT 1 FROM buckets WHERE name = $name", ("$name", name));
        return select.ExecuteScalar() is not null;
    }
}
