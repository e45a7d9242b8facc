using EmbeddedAws.Storage;
using Microsoft.Data.Sqlite;

namespace EmbeddedAws.S3.Objects;

/// <summary>
/// The bytes of small objects, in rows: a file of its own costs three flushes instead of one, and twice the time. They come with the row
/// of their object, and go with it by a trigger: see <see cref="Schema"/>.
/// </summary>
internal static class SmallObjects
{
    /// <summary>How many bytes they have at most.</summary>
    public const int Largest = 128 * 1024;

    /// <summary>Puts the bytes of an object, within the transaction that puts its row.</summary>
    public static void Put(SqliteConnection connection, string file, ReadOnlySpan<byte> bytes)
    {
        using var insert = connection.Command(
            "INSERT INTO small_objects (file, bytes) VALUES ($file, zeroblob($length)) RETURNING id", ("$file", file), ("$length", bytes.Length));
        var id = (long)insert.ExecuteScalar()!;
        using var blob = new SqliteBlob(connection, "small_objects", "bytes", id);
        blob.Write(bytes);
    }

    /// <summary>
    /// The bytes of an object; null where they are in a file, or the object has been deleted since. Ids are given again: the queries have to see one state,
    /// or the bytes may be those of another object.
    /// </summary>
    public static ObjectBytes? Find(SqliteConnection connection, StoredObject stored)
    {
        using var select = connection.Command("SELECT id FROM small_objects WHERE file = $file", ("$file", stored.File));
        if (select.ExecuteScalar() is not long id)
            return null;
        var bytes = new ObjectBytes.OfRow((int)stored.Size);
        try
        {
            using var blob = new SqliteBlob(connection, "small_objects", "bytes", id, readOnly: true);
            blob.ReadExactly(bytes.Span);
            return bytes;
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }
}
