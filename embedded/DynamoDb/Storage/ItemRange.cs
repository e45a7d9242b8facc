using EmbeddedAws.DynamoDb.Tables;
using Microsoft.Data.Sqlite;

namespace EmbeddedAws.DynamoDb.Storage;

internal readonly record struct Bound(byte[] Key, bool Inclusive);

/// <summary>Where the last page ended: an item's key in what is read, and its key in the table.</summary>
internal readonly record struct Position(EncodedKey Key, EncodedKey ItemKey);

/// <summary>
/// A run of the items of a table or an index: all of them, or those of one hash key. SQLite seeks its start and reads
/// on in order, so that a page costs the same in a large table as in a small one.
/// </summary>
internal sealed record ItemRange(TableDefinition Table, SecondaryIndex? Index)
{
    /// <summary>The one hash key, or null for all.</summary>
    public byte[]? Hash { get; init; }

    public Bound? Lower { get; init; }

    public Bound? Upper { get; init; }

    public bool Forward { get; init; } = true;

    /// <summary>The part of a scan, or null for the whole.</summary>
    public Segment? Segment { get; init; }

    /// <summary>The run starts after this position, which lies within the bounds.</summary>
    public Position? After { get; init; }

    /// <summary>Whether a range key lies within the bounds.</summary>
    public bool Contains(byte[] rangeKey) => IsAbove(rangeKey, Lower) && IsBelow(rangeKey, Upper);

    public SqliteCommand Select(SqliteConnection connection)
    {
        var order = Order();
        var command = connection.CreateCommand();
        var where = new List<string> { "e.table_id = $table" };
        command.Parameters.AddWithValue("$table", Table.Id);
        if (Index is not null)
            Where("e.index_number = ", "$index", Index.Number);
        if (Hash is not null)
            Where("e.hash_key = ", "$hash", Hash);
        // The start lies within the bound on its side. Only one of them is stated: SQLite would seek to the other one.
        if (Lower is { } lower && !(Forward && After.HasValue))
            Where(lower.Inclusive ? "e.range_key >= " : "e.range_key > ", "$lower", lower.Key);
        if (Upper is { } upper && (Forward || !After.HasValue))
            Where(upper.Inclusive ? "e.range_key <= " : "e.range_key < ", "$upper", upper.Key);
        if (After is { } after)
        {
            foreach (var (column, value) in order.Zip(Values(after)))
                command.Parameters.AddWithValue($"${column}", value);
            where.Add($"({Join(order, "e.")}) {(Forward ? '>' : '<')} ({Join(order, "$")})");
        }

#pragma warning disable CA2100 // Only names of columns and of parameters.
        command.CommandText = $"SELECT {From()} WHERE {string.Join(" AND ", where)} "
            + $"ORDER BY {string.Join(", ", order.Select(column => $"e.{column} {(Forward ? "ASC" : "DESC")}"))}";
#pragma warning restore CA2100
        return command;

        void Where(string condition, string name, object value)
        {
            where.Add(condition + name);
            command.Parameters.AddWithValue(name, value);
        }

        static string Join(IEnumerable<string> columns, string prefix) =>
            string.Join(", ", columns.Select(column => prefix + column));
    }

    private static bool IsAbove(byte[] key, Bound? lower) => lower is not { } bound
        || key.AsSpan().SequenceCompareTo(bound.Key) is var order && (order > 0 || (bound.Inclusive && order == 0));

    private static bool IsBelow(byte[] key, Bound? upper) => upper is not { } bound
        || key.AsSpan().SequenceCompareTo(bound.Key) is var order && (order < 0 || (bound.Inclusive && order == 0));

    private string From() => Index is null
        ? "e.item, e.hash_key FROM items e"
        : "i.item, e.hash_key FROM index_entries e CROSS JOIN items i"
            + " ON i.table_id = e.table_id AND i.hash_key = e.item_hash_key AND i.range_key = e.item_range_key";

    /// <summary>The columns that the run is ordered by.</summary>
    private string[] Order()
    {
        string[] columns = Index is null
            ? ["hash_key", "range_key"]
            : ["hash_key", "range_key", "item_hash_key", "item_range_key"];
        return Hash is null ? columns : columns[1..];
    }

    private byte[][] Values(Position position)
    {
        byte[][] values = [position.Key.Hash, position.Key.Range, position.ItemKey.Hash, position.ItemKey.Range];
        return Hash is null ? values : values[1..];
    }
}
