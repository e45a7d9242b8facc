using System.Collections.Concurrent;
using System.Text.Json;
using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Tables;
using EmbeddedAws.DynamoDb.Wire;
using EmbeddedAws.Storage;
using Microsoft.Data.Sqlite;

namespace EmbeddedAws.DynamoDb.Storage;

/// <summary>The tables that exist. Their definitions are held in memory: every call needs one.</summary>
internal sealed class TableStore
{
    private readonly Database _database;
    private readonly ConcurrentDictionary<string, TableDefinition> _tables;

    public TableStore(Database database)
    {
        _database = database;
        _tables = new ConcurrentDictionary<string, TableDefinition>(
            database.Read(Load).Select(table => KeyValuePair.Create(table.Name, table)));
    }

    public IEnumerable<string> Names => _tables.Keys;

    public TableDefinition? Find(TableReference table) => _tables.GetValueOrDefault(table.Name);

    /// <summary>The table of a call that reads or writes its items.</summary>
    public TableDefinition Get(TableReference table) => Find(table) ?? throw TableErrors.NotFound();

    public TableStatistics Statistics(TableDefinition table) =>
        _database.Read(connection => TableStatistics.Load(connection, table));

    /// <param name="table">The table, with everything but its number in the store.</param>
    /// <param name="request">The request that made it, to read it again at the next start.</param>
    public async Task<TableDefinition> CreateAsync(TableDefinition table, string request)
    {
        var created = await _database.WriteAsync(connection => table with { Id = Insert(connection, table, request) });
        _tables[created.Name] = created;
        return created;
    }

    public async Task<TableStatistics> DeleteAsync(TableDefinition table)
    {
        var last = await _database.WriteAsync(connection => Delete(connection, table));
        // Only this very table goes: a new one of the same name may be there already.
        _tables.TryRemove(KeyValuePair.Create(table.Name, table));
        return last;
    }

    private static List<TableDefinition> Load(SqliteConnection connection)
    {
        using var command = connection.Command("SELECT id, table_id, created, definition FROM tables");
        using var reader = command.ExecuteReader();
        var tables = new List<TableDefinition>();
        while (reader.Read())
        {
            using var definition = JsonDocument.Parse(reader.GetString(3));
            tables.Add(TableReader.Read(new RequestReader(definition.RootElement)) with
            {
                Id = reader.GetInt64(0),
                TableId = reader.GetGuid(1),
                Created = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(2)),
            });
        }

        return tables;
    }

    private static long Insert(SqliteConnection connection, TableDefinition table, string request)
    {
        using var insert = connection.Command(
            "INSERT INTO tables (name, table_id, created, definition) VALUES ($name, $guid, $created, $definition)"
            + " ON CONFLICT (name) DO NOTHING RETURNING id",
            ("$name", table.Name),
            ("$guid", table.TableId),
            ("$created", table.Created.ToUnixTimeMilliseconds()),
            ("$definition", request));
        if (insert.ExecuteScalar() is not long id)
            throw TableErrors.Exists(table.Name);
        foreach (var number in table.Indexes.Select(index => index.Number).Prepend(0))
            connection.Execute("INSERT INTO counts VALUES ($id, $number, 0, 0)", ("$id", id), ("$number", number));
        return id;
    }

    private static TableStatistics Delete(SqliteConnection connection, TableDefinition table)
    {
        var last = TableStatistics.Load(connection, table);
        if (connection.Execute("DELETE FROM tables WHERE id = $id", ("$id", table.Id)) == 0)
            throw TableErrors.NotFound(table.Name);
        foreach (var from in new[] { "counts", "items", "index_entries" })
            connection.Execute($"DELETE FROM {from} WHERE table_id = $id", ("$id", table.Id));
        return last;
    }
}
