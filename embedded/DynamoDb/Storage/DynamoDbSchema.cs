namespace EmbeddedAws.DynamoDb.Storage;

/// <summary>
/// The tables of SQLite. Items and index entries lie clustered in the order of their keys, so that a query reads a run of them.
/// </summary>
internal static class DynamoDbSchema
{
    public const string Sql = """
        CREATE TABLE IF NOT EXISTS tables (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          name TEXT NOT NULL UNIQUE,
          table_id TEXT NOT NULL,
          created INTEGER NOT NULL,
          definition TEXT NOT NULL
        );
        CREATE TABLE IF NOT EXISTS table_settings (
          table_id INTEGER PRIMARY KEY,
          settings TEXT NOT NULL
        );
        CREATE TABLE IF NOT EXISTS counts (
          table_id INTEGER NOT NULL,
          index_number INTEGER NOT NULL,
          items INTEGER NOT NULL,
          bytes INTEGER NOT NULL,
          PRIMARY KEY (table_id, index_number)
        ) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS items (
          table_id INTEGER NOT NULL,
          hash_key BLOB NOT NULL,
          range_key BLOB NOT NULL,
          item BLOB NOT NULL,
          PRIMARY KEY (table_id, hash_key, range_key)
        ) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS index_entries (
          table_id INTEGER NOT NULL,
          index_number INTEGER NOT NULL,
          hash_key BLOB NOT NULL,
          range_key BLOB NOT NULL,
          item_hash_key BLOB NOT NULL,
          item_range_key BLOB NOT NULL,
          PRIMARY KEY (table_id, index_number, hash_key, range_key, item_hash_key, item_range_key)
        ) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS client_tokens (
          token TEXT PRIMARY KEY,
          fingerprint BLOB NOT NULL,
          expires INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS client_tokens_by_expiry ON client_tokens (expires);
        """;
}
