using Microsoft.Data.Sqlite;

namespace EmbeddedAws.Tests.S3;

/// <summary>The bytes of objects in a data folder: in files, and in rows where they are few.</summary>
internal static class KeptBytes
{
    /// <summary>A length whose bytes are kept in a row, and one whose bytes are kept in a file.</summary>
    public static readonly int[] Lengths = [5, 200_000];

    /// <summary>How many objects and versions have bytes.</summary>
    public static int Count(string folder)
    {
        using var database = new SqliteConnection($"Data Source={Path.Combine(folder, "s3.db")};Mode=ReadOnly;Pooling=False");
        database.Open();
        using var select = database.CreateCommand();
        select.CommandText = "SELECT COUNT(*) FROM small_objects";
        return (int)(long)select.ExecuteScalar()! + Directory.GetFiles(Path.Combine(folder, "objects")).Length;
    }
}
