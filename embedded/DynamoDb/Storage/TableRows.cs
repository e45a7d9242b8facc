using System.Text.Json;
using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Tables;
using EmbeddedAws.DynamoDb.Wire;
using EmbeddedAws.Storage;
using Microsoft.Data.Sqlite;

namespace EmbeddedAws.DynamoDb.Storage;

/// <summary>The rows of the tables, each call within a transaction of its caller.</summary>
internal static class TableRows
{
    public static List<TableDefinition> Load(SqliteConnection connection)
    {
        using var command = connection.Command(
            "SELECT id, tables.table_id, created, definition, settings FROM tables LEFT JOIN table_settings ON table_settings.table_id = tables.id");
        using var reader = command.ExecuteReader();
        var tables = new List<TableDefinition>();
        while (reader.Read())
        {
            using var definition = JsonDocument.Parse(reader.GetString(3));
            var settings = reader.IsDBNull(4) ? TableSettings.None : JsonSerializer.Deserialize(reader.GetString(4), TableSettingsText.Default.TableSettings)!;
            var table = TableReader.Read(new RequestReader(definition.RootElement));
            tables.Add(table with
            {
                Id = reader.GetInt64(0),
                TableId = reader.GetGuid(1),
                Created = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(2)),
                Settings = settings,
                Indexes = [.. table.Indexes.Select(index => index with { Number = settings.IndexNumbers.GetValueOrDefault(index.Name, index.Number) })],
            });
        }

        return tables;
    }

    public static void PutSettings(SqliteConnection connection, TableDefinition table) => connection.Execute(
        "REPLACE INTO table_settings VALUES ($id, $settings)",
        ("$id", table.Id),
        ("$settings", JsonSerializer.Serialize(table.Settings, TableSettingsText.Default.TableSettings)));

    public static long Insert(SqliteConnection connection, TableDefinition table)
    {
        using var insert = connection.Command(
            "INSERT INTO tables (name, table_id, created, definition) VALUES ($name, $guid, $created, $definition)"
            + " ON CONFLICT (name) DO NOTHING RETURNING id",
            ("$name", table.Name),
            ("$guid", table.TableId),
            ("$created", table.Created.ToUnixTimeMilliseconds()),
            ("$definition", TableText.Of(table)));
        if (insert.ExecuteScalar() is not long id)
            throw TableErrors.Exists(table.Name);
        foreach (var number in table.Indexes.Select(index => index.Number).Prepend(0))
            connection.Execute("INSERT INTO counts VALUES ($id, $number, 0, 0)", ("$id", id), ("$number", number));
        PutSettings(connection, table with { Id = id });
        return id;
    }

    public static TableStatistics Delete(SqliteConnection connection, TableDefinition table)
    {
        var last = TableStatistics.Load(connection, table);
        if (connection.Execute("DELETE FROM tables WHERE id = $id", ("$id", table.Id)) == 0)
            throw TableErrors.NotFound(table.Name);
        foreach (var from in new[] { "table_settings", "counts", "items", "index_entries" })
            connection.Execute($"DELETE FROM {from} WHERE table_id = $id", ("$id", table.Id));
        return last;
    }
}
