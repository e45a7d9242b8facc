using EmbeddedAws.DynamoDb.Tables;
using EmbeddedAws.Storage;
using Microsoft.Data.Sqlite;

namespace EmbeddedAws.DynamoDb.Storage;

/// <summary>Builds the indexes that a table gets, and takes away those that it loses, within the transaction that changes it.</summary>
internal static class IndexChanges
{
    public static void Store(SqliteConnection connection, TableDefinition before, TableDefinition after)
    {
        foreach (var index in before.Indexes.ExceptBy(after.Indexes.Select(index => index.Number), index => index.Number))
        {
            IndexBuild.Remove(connection, before, index.Number);
            connection.Execute("DELETE FROM counts WHERE table_id = $id AND index_number = $number", ("$id", before.Id), ("$number", index.Number));
        }

        foreach (var index in after.Indexes.ExceptBy(before.Indexes.Select(index => index.Number), index => index.Number))
        {
            var count = IndexBuild.Add(connection, after, index);
            connection.Execute(
                "INSERT INTO counts VALUES ($id, $number, $items, $bytes)",
                ("$id", after.Id),
                ("$number", index.Number),
                ("$items", count.Items),
                ("$bytes", count.Bytes));
        }
    }
}
