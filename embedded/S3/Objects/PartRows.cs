using EmbeddedAws.Storage;
using Microsoft.Data.Sqlite;

namespace EmbeddedAws.S3.Objects;

/// <summary>The rows of the parts, each call within a transaction of its caller.</summary>
internal static class PartRows
{
    public static List<Part> Read(SqliteConnection connection, string upload, int after, int most)
    {
        using var select = connection.Command(
            "SELECT number, file, size, etag, modified, algorithm, checksum FROM parts WHERE upload = $upload AND number > $after ORDER BY number LIMIT $most",
            ("$upload", upload),
            ("$after", after),
            ("$most", most));
        using var rows = select.ExecuteReader();
        var parts = new List<Part>();
        while (rows.Read())
        {
            parts.Add(new Part(
                rows.GetInt32(0),
                rows.GetString(1),
                rows.GetInt64(2),
                rows.GetString(3),
                DateTimeOffset.FromUnixTimeSeconds(rows.GetInt64(4)),
                rows.GetString(5),
                rows.GetString(6)));
        }

        return parts;
    }

    /// <summary>Puts a part in place of one with its number.</summary>
    /// <returns>The file that nothing needs any more, if any.</returns>
    public static string? Put(SqliteConnection connection, string upload, Part part)
    {
        var replaced = Read(connection, upload, part.Number - 1, most: 1).FirstOrDefault(other => other.Number == part.Number);
        connection.Execute(
            "REPLACE INTO parts VALUES ($upload, $number, $file, $size, $etag, $modified, $algorithm, $checksum)",
            ("$upload", upload),
            ("$number", part.Number),
            ("$file", part.File),
            ("$size", part.Size),
            ("$etag", part.ETag),
            ("$modified", part.Modified.ToUnixTimeSeconds()),
            ("$algorithm", part.Algorithm),
            ("$checksum", part.Checksum));
        return replaced?.File;
    }

    /// <summary>Deletes the rows of all parts of an upload; their files are left to the caller.</summary>
    /// <returns>Their files.</returns>
    public static List<string> Delete(SqliteConnection connection, string upload)
    {
        using var delete = connection.Command("DELETE FROM parts WHERE upload = $upload RETURNING file", ("$upload", upload));
        using var rows = delete.ExecuteReader();
        var files = new List<string>();
        while (rows.Read())
            files.Add(rows.GetString(0));
        return files;
    }
}
