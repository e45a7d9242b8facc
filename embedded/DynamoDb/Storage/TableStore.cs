using System.Collections.Concurrent;
using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Tables;
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
            database.Read(TableRows.Load).Select(table => KeyValuePair.Create(table.Name, table)));
    }

    public IEnumerable<string> Names => _tables.Keys;

    public TableDefinition? Find(TableReference table) => _tables.GetValueOrDefault(table.Name);

    /// <summary>The table of a call that is about the table itself.</summary>
    public TableDefinition Require(TableReference table) => Find(table) ?? throw TableErrors.NotFound(table.Given);

    /// <summary>The table of a call that reads or writes its items.</summary>
    public TableDefinition Get(TableReference table) => Find(table) ?? throw TableErrors.NotFound();

    public TableStatistics Statistics(TableDefinition table) =>
        _database.Read(connection => TableStatistics.Load(connection, table));

    /// <summary>The tables whose items expire.</summary>
    public IEnumerable<TableDefinition> WithExpiry => _tables.Values.Where(table => table.Settings.Expiry is not null);

    /// <summary>The table as the writes before have left it, for a write that was begun with an older definition.</summary>
    public TableDefinition Latest(TableDefinition table) => _tables.TryGetValue(table.Name, out var latest) && latest.Id == table.Id ? latest : table;

    /// <param name="table">The table, with everything but its number in the store.</param>
    public async Task<TableDefinition> CreateAsync(TableDefinition table)
    {
        var created = await _database.WriteAsync(connection => table with { Id = TableRows.Insert(connection, table) });
        _tables[created.Name] = created;
        return created;
    }

    public async Task<TableStatistics> DeleteAsync(TableDefinition table)
    {
        var last = await _database.WriteAsync(connection => TableRows.Delete(connection, table));
        // Only this very table goes: a new one of the same name may be there already.
        if (_tables.TryGetValue(table.Name, out var present) && present.Id == table.Id)
            _tables.TryRemove(KeyValuePair.Create(table.Name, present));
        return last;
    }

    /// <summary>Changes a table. The writes that follow see the change at once, so that none misses a new index.</summary>
    /// <param name="table">The table.</param>
    /// <param name="change">Gives the new definition from the old one, and changes what belongs to it.</param>
    public async Task<TableDefinition> ChangeAsync(TableDefinition table, Func<SqliteConnection, TableDefinition, TableDefinition> change)
    {
        TableDefinition? before = null, after = null;
        try
        {
            return await _database.WriteAsync(connection =>
            {
                before ??= _tables.TryGetValue(table.Name, out var present) && present.Id == table.Id ? present : throw TableErrors.NotFound(table.Name);
                after = change(connection, before);
                connection.Execute("UPDATE tables SET definition = $definition WHERE id = $id", ("$definition", TableText.Of(after)), ("$id", after.Id));
                TableRows.PutSettings(connection, after);
                return _tables[after.Name] = after;
            });
        }
        catch when (before is not null && after is not null)
        {
            // The commit has failed.
            _tables.TryUpdate(table.Name, before, after);
            throw;
        }
    }
}
