using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace EmbeddedAws.S3.Objects;

/// <summary>The columns that the tables of objects and of their older versions both have.</summary>
internal static class ObjectColumns
{
    /// <summary>Their names, in the order in which they are read.</summary>
    public const string All = "bucket, key, file, size, etag, modified, algorithm, checksum, headers, version, sequence";

    /// <summary>How many they are.</summary>
    public const int Count = 11;

    public static StoredObject Read(SqliteDataReader row) => new(
        row.GetString(0),
        Encoding.UTF8.GetString(row.GetFieldValue<byte[]>(1)),
        // A delete marker has none.
        row.IsDBNull(2) ? "" : row.GetString(2),
        row.GetInt64(3),
        row.GetString(4),
        DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(5)),
        row.GetString(6),
        row.GetString(7),
        JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetString(8))!,
        row.IsDBNull(9) ? null : row.GetString(9));

    public static ObjectVersion ReadVersion(SqliteDataReader row, bool isLatest) => new(Read(row), row.GetInt64(10), row.IsDBNull(2), isLatest);
}
