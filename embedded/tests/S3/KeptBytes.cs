using Microsoft.Data.Sqlite;

namespace EmbeddedAws.Tests.S3;

/// <summary>What a data folder holds of the bytes of objects: in files, and in rows where they are few.</summary>
internal static class KeptBytes
{
    /// <summary>A length of which the bytes are in a row, and one of which they are in a file.</summary>
    public static readonly int[] Lengths = [5, 200_000];

    /// <summary>Of how many objects and versions there are bytes.</summary>
    public static int Count(string folder)
    {
        using var database = new SqliteConnection($"Data Source={Path.Combine(folder, "s3.db")};Mode=ReadOnly;Pooling=False");
        database.Open();
        using var select = database.CreateCommand();
        select.CommandText = "SELECT COUNT(*) FROM small_objects";
        return (int)(long)select.ExecuteScalar()! + Directory.GetFiles(Path.Combine(folder, "objects")).Length;
    }
}
