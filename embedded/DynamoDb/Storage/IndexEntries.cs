using EmbeddedAws.DynamoDb.Tables;
using EmbeddedAws.DynamoDb.Values;
using EmbeddedAws.Storage;
using Microsoft.Data.Sqlite;

namespace EmbeddedAws.DynamoDb.Storage;

/// <summary>The entries of a secondary index: the index key of each item that has one, and the item's own key.</summary>
internal static class IndexEntries
{
    public static void Replace(
        SqliteConnection connection, TableDefinition table, SecondaryIndex index, EncodedKey itemKey, Written written)
    {
        var (before, after) = (KeyOf(index, written.Old), KeyOf(index, written.New));
        if (before == after)
            return;
        if (before is { } gone)
        {
            Execute(
                connection,
                "DELETE FROM index_entries WHERE table_id = $table AND index_number = $index AND hash_key = $hash"
                + " AND range_key = $range AND item_hash_key = $itemHash AND item_range_key = $itemRange",
                gone);
        }

        if (after is { } added)
            Execute(connection, "INSERT INTO index_entries VALUES ($table, $index, $hash, $range, $itemHash, $itemRange)", added);

        void Execute(SqliteConnection connection, string sql, EncodedKey key) => connection.Execute(
            sql,
            ("$table", table.Id),
            ("$index", index.Number),
            ("$hash", key.Hash),
            ("$range", key.Range),
            ("$itemHash", itemKey.Hash),
            ("$itemRange", itemKey.Range));
    }

    private static EncodedKey? KeyOf(SecondaryIndex index, MapValue? item) =>
        item is not null && index.Key.Covers(item) ? index.Key.Encode(item) : null;
}
