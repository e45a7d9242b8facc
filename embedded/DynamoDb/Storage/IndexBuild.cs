using EmbeddedAws.DynamoDb.Tables;
using EmbeddedAws.Storage;
using Microsoft.Data.Sqlite;

namespace EmbeddedAws.DynamoDb.Storage;

/// <summary>Builds an index over the items that are there, and takes one away, each within a transaction of its caller.</summary>
internal static class IndexBuild
{
    /// <summary>Adds the entries of an index.</summary>
    /// <returns>How many items it has, and their size.</returns>
    public static ItemCount Add(SqliteConnection connection, TableDefinition table, SecondaryIndex index)
    {
        using var select = connection.Command("SELECT item FROM items WHERE table_id = $table", ("$table", table.Id));
        using var rows = select.ExecuteReader();
        var count = default(ItemCount);
        while (rows.Read())
        {
            var written = new Written(null, ItemCodec.Decode((byte[])rows[0]));
            IndexEntries.Replace(connection, table, index, table.Key.Encode(written.New!), written);
            if (written.In(index, table).New is { } shown)
                count = new ItemCount(count.Items + 1, count.Bytes + shown.ItemSize);
        }

        return count;
    }

    /// <summary>Removes the entries of an index.</summary>
    public static void Remove(SqliteConnection connection, TableDefinition table, int number) => connection.Execute(
        "DELETE FROM index_entries WHERE table_id = $table AND index_number = $number", ("$table", table.Id), ("$number", number));
}
