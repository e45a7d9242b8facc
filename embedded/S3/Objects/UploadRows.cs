using System.Text;
using System.Text.Json;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.Storage;
using Microsoft.Data.Sqlite;

namespace EmbeddedAws.S3.Objects;

/// <summary>The rows of the uploads in parts. One that is not there has been completed or aborted, or never was.</summary>
internal sealed class UploadRows(Database database)
{
    /// <summary>The columns that <see cref="Read"/> reads, in its order.</summary>
    public const string Columns = "bucket, key, id, initiated, algorithm, type, headers";

    private const string One = "bucket = $bucket AND key = $key AND id = $id";

    /// <exception cref="S3Exception">There is no such bucket.</exception>
    public Task CreateAsync(MultipartUpload upload) => database.WriteAsync(connection =>
    {
        Buckets.Require(connection, upload.Bucket);
        return connection.Execute(
            $"INSERT INTO uploads ({Columns}) VALUES ($bucket, $key, $id, $initiated, $algorithm, $type, $headers)",
            [
                .. Identify(upload.Bucket, upload.Key, upload.Id),
                ("$initiated", upload.Initiated.ToUnixTimeSeconds()),
                ("$algorithm", upload.NamedAlgorithm),
                ("$type", upload.ChecksumType),
                ("$headers", JsonSerializer.Serialize(upload.Headers)),
            ]);
    });

    /// <exception cref="S3Exception">There is no such bucket or no such upload.</exception>
    public MultipartUpload Get(string bucket, string key, string id) => database.Read(connection => Get(connection, bucket, key, id));

    /// <summary>The parts in their order, from the one after a number.</summary>
    /// <exception cref="S3Exception">The upload has ended meanwhile.</exception>
    public IReadOnlyList<Part> Parts(MultipartUpload upload, int after = 0, int most = int.MaxValue) => database.Read(connection =>
    {
        var parts = PartRows.Read(connection, upload.Id, after, most);

        // Parts go with their upload, and an ended upload never comes back: if it is still there, these were all of its parts.
        Get(connection, upload.Bucket, upload.Key, upload.Id);
        return parts;
    });

    /// <returns>The file that nothing needs any more, if any.</returns>
    /// <exception cref="S3Exception">The upload has ended meanwhile.</exception>
    public Task<string?> PutPartAsync(MultipartUpload upload, Part part) => database.WriteAsync(connection =>
    {
        Get(connection, upload.Bucket, upload.Key, upload.Id);
        return PartRows.Put(connection, upload.Id, part);
    });

    /// <returns>The files of its parts.</returns>
    /// <exception cref="S3Exception">There is no such bucket or no such upload.</exception>
    public Task<List<string>> AbortAsync(string bucket, string key, string id) => database.WriteAsync(
        connection => Delete(connection, Get(connection, bucket, key, id)), freesSpace: true);

    /// <summary>Makes the object of parts that are still as they were read, and ends the upload.</summary>
    /// <returns>What has changed among the objects, and the files of the parts.</returns>
    /// <exception cref="S3Exception">The upload has ended meanwhile, a part has changed, or the condition does not hold.</exception>
    public Task<(ObjectChange Change, List<string> Parts)> CompleteAsync(MultipartUpload upload, IReadOnlyList<Part> parts, StoredObject stored, PutUnderWay put) => database.WriteAsync(connection =>
    {
        Get(connection, upload.Bucket, upload.Key, upload.Id);
        var present = PartRows.Read(connection, upload.Id, after: 0, int.MaxValue).Select(part => part.File).ToHashSet();
        if (parts.FirstOrDefault(part => !present.Contains(part.File)) is { } changed)
            throw S3Errors.InvalidPart(upload.Id, changed.Number, changed.ETag);
        var files = Delete(connection, upload);
        return (ObjectRows.Put(connection, stored, put), files);
    });

    /// <summary>Deletes all uploads of a bucket, within a transaction.</summary>
    /// <returns>The files of their parts.</returns>
    public static IReadOnlyList<string> DeleteAll(SqliteConnection connection, string bucket)
    {
        using var select = connection.Command($"SELECT {Columns} FROM uploads WHERE bucket = $bucket", ("$bucket", bucket));
        var uploads = new List<MultipartUpload>();
        using (var rows = select.ExecuteReader())
        {
            while (rows.Read())
                uploads.Add(Read(rows));
        }

        return [.. uploads.SelectMany(upload => Delete(connection, upload))];
    }

    public static MultipartUpload Read(SqliteDataReader row) => new(
        row.GetString(0),
        Encoding.UTF8.GetString(row.GetFieldValue<byte[]>(1)),
        row.GetString(2),
        DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(3)),
        row.GetString(4),
        row.GetString(5),
        JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetString(6))!);

    private static MultipartUpload Get(SqliteConnection connection, string bucket, string key, string id)
    {
        using var select = connection.Command($"SELECT {Columns} FROM uploads WHERE {One}", Identify(bucket, key, id));
        using var rows = select.ExecuteReader();
        if (rows.Read())
            return Read(rows);
        Buckets.Require(connection, bucket);
        throw S3Errors.NoSuchUpload(id);
    }

    private static List<string> Delete(SqliteConnection connection, MultipartUpload upload)
    {
        connection.Execute($"DELETE FROM uploads WHERE {One}", Identify(upload.Bucket, upload.Key, upload.Id));
        return PartRows.Delete(connection, upload.Id);
    }

    private static (string, object)[] Identify(string bucket, string key, string id) =>
        [("$bucket", bucket), ("$key", Encoding.UTF8.GetBytes(key)), ("$id", id)];
}
