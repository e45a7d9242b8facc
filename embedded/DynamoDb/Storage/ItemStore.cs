using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Tables;
using EmbeddedAws.DynamoDb.Values;
using EmbeddedAws.Storage;
using Microsoft.Data.Sqlite;

namespace EmbeddedAws.DynamoDb.Storage;

/// <summary>The items of all tables, and the entries of their indexes.</summary>
internal sealed class ItemStore(Database database, TableStore tables, ReadLag lag)
{
    public MapValue? Get(TableDefinition table, EncodedKey key, bool consistent) => Read(consistent, connection => Find(connection, table, key));

    /// <summary>Reads items of any tables as they are at one moment; a transaction's reads are always consistent.</summary>
    public IReadOnlyList<MapValue?> GetAll(IReadOnlyCollection<(TableDefinition Table, EncodedKey Key)> items) =>
        database.ReadTogether(connection =>
        {
            var (size, found) = (new TransactionSize(), new List<MapValue?>());
            foreach (var (table, key) in items)
            {
                found.Add(Find(connection, table, key));
                size.Add(found[^1]);
            }

            return found;
        });

    /// <summary>Reads an item, changes it and stores it, with no other write between.</summary>
    public Task<Written> WriteAsync(ItemChange change) => database.WriteAsync(connection =>
    {
        var written = Try(connection, change);
        Store(connection, change, written);
        return written;
    }, freesSpace: change.Deletes);

    /// <summary>Makes all changes, with no other write between, or none where one is refused.</summary>
    /// <param name="changes">Changes of items that all differ.</param>
    /// <param name="token">Lets the transaction be repeated, or null.</param>
    public Task<Transacted> TransactAsync(IReadOnlyList<ItemChange> changes, ClientToken? token) => database.WriteAsync(connection =>
    {
        if (token?.Claim(connection) == false)
            return new Transacted([.. changes.Select(change => Unchanged(connection, change))], IsRepeated: true);
        var size = new TransactionSize();
        var transacted = new Transacted(Cancellation.UnlessAll(changes, change => Try(connection, change), written => size.Add(written.New)), IsRepeated: false);
        foreach (var (change, written) in changes.Zip(transacted.Items))
            Store(connection, change, written);
        return transacted;
    }, freesSpace: changes.Any(change => change.Deletes));

    /// <summary>Visits the items of a table or an index in order, until the visitor has enough.</summary>
    public void Visit(ItemRange range, bool consistent, Func<MapValue, bool> visit) => Read(consistent, connection =>
    {
        using var command = range.Select(connection);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            // A hash key of another segment spares decoding the item.
            if (range.Segment?.Contains((byte[])reader[1]) != false && !visit(ItemCodec.Decode((byte[])reader[0])))
                break;
        }

        return true;
    });

    private T Read<T>(bool consistent, Func<SqliteConnection, T> query) =>
        !consistent && lag.TryRead(query, out var old) ? old : database.Read(query);

    private static Written Try(SqliteConnection connection, ItemChange change)
    {
        var old = Find(connection, change.Table, change.Key);
        return new Written(old, change.Apply(old));
    }

    private static Written Unchanged(SqliteConnection connection, ItemChange change)
    {
        var item = Find(connection, change.Table, change.Key);
        return new Written(item, item);
    }

    private static MapValue? Find(SqliteConnection connection, TableDefinition table, EncodedKey key)
    {
        using var command = connection.Command(
            "SELECT item FROM items WHERE table_id = $table AND hash_key = $hash AND range_key = $range",
            ("$table", table.Id),
            ("$hash", key.Hash),
            ("$range", key.Range));
        return command.ExecuteScalar() is byte[] item ? ItemCodec.Decode(item) : null;
    }

    private void Store(SqliteConnection connection, ItemChange change, Written written)
    {
        var (table, key) = (tables.Latest(change.Table), change.Key);
        if (written.New is { } item)
        {
            connection.Execute(
                "INSERT INTO items VALUES ($table, $hash, $range, $item)"
                + " ON CONFLICT DO UPDATE SET item = excluded.item",
                ("$table", table.Id),
                ("$hash", key.Hash),
                ("$range", key.Range),
                ("$item", ItemCodec.Encode(item)));
        }
        else if (written.Old is not null)
        {
            connection.Execute(
                "DELETE FROM items WHERE table_id = $table AND hash_key = $hash AND range_key = $range",
                ("$table", table.Id),
                ("$hash", key.Hash),
                ("$range", key.Range));
        }
        else
        {
            return;
        }

        Count(connection, table, 0, written);
        foreach (var index in table.Sorted)
            IndexEntries.Replace(connection, table, index, key, written);
        foreach (var index in table.Indexes)
            Count(connection, table, index.Number, written.In(index, table));
    }

    private static void Count(SqliteConnection connection, TableDefinition table, int number, Written written)
    {
        var changed = connection.Execute(
            "UPDATE counts SET items = items + $items, bytes = bytes + $bytes WHERE table_id = $table AND index_number = $number",
            ("$items", (written.New is null ? 0 : 1) - (written.Old is null ? 0 : 1)),
            ("$bytes", (written.New?.ItemSize ?? 0) - (written.Old?.ItemSize ?? 0)),
            ("$table", table.Id),
            ("$number", number));
        if (changed == 0)
            throw TableErrors.NotFound(); // The table was deleted while this write waited for its turn.
    }
}
