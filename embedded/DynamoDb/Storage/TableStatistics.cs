using EmbeddedAws.DynamoDb.Tables;
using EmbeddedAws.Storage;
using Microsoft.Data.Sqlite;

namespace EmbeddedAws.DynamoDb.Storage;

/// <summary>How many items a table or an index has, and their size.</summary>
internal readonly record struct ItemCount(long Items, long Bytes);

/// <summary>
/// The counts of a table (0) and of its indexes, by their numbers. Each write updates them, so that a million items need not be counted.
/// </summary>
internal sealed class TableStatistics
{
    private readonly Dictionary<int, ItemCount> _counts = [];

    public static TableStatistics Load(SqliteConnection connection, TableDefinition table)
    {
        using var command = connection.Command(
            "SELECT index_number, items, bytes FROM counts WHERE table_id = $table", ("$table", table.Id));
        using var reader = command.ExecuteReader();
        var statistics = new TableStatistics();
        while (reader.Read())
            statistics._counts.Add(reader.GetInt32(0), new ItemCount(reader.GetInt64(1), reader.GetInt64(2)));
        return statistics;
    }

    public ItemCount Of(int number) => _counts.GetValueOrDefault(number);
}
