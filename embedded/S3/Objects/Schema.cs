using EmbeddedAws.Storage;
using Microsoft.Data.Sqlite;

namespace EmbeddedAws.S3.Objects;

/// <summary>The tables.</summary>
internal static class Schema
{
    /// <summary>
    /// Keys are blobs: S3 orders them by their UTF-8 bytes, and a listing seeks to positions that are not text. A version without a file is a delete
    /// marker, and one without an id is the version <c>null</c>.
    /// </summary>
    private const string Tables = """
        CREATE TABLE IF NOT EXISTS buckets (
          name TEXT NOT NULL PRIMARY KEY,
          created INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS objects (
          bucket TEXT NOT NULL,
          key BLOB NOT NULL,
          file TEXT NOT NULL,
          size INTEGER NOT NULL,
          etag TEXT NOT NULL,
          modified INTEGER NOT NULL,
          algorithm TEXT NOT NULL,
          checksum TEXT NOT NULL,
          headers TEXT NOT NULL,
          version TEXT,
          sequence INTEGER NOT NULL DEFAULT 0,
          PRIMARY KEY (bucket, key)
        ) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS versions (
          bucket TEXT NOT NULL,
          key BLOB NOT NULL,
          file TEXT,
          size INTEGER NOT NULL,
          etag TEXT NOT NULL,
          modified INTEGER NOT NULL,
          algorithm TEXT NOT NULL,
          checksum TEXT NOT NULL,
          headers TEXT NOT NULL,
          version TEXT,
          sequence INTEGER NOT NULL,
          PRIMARY KEY (bucket, key, sequence DESC)
        ) WITHOUT ROWID;
        CREATE UNIQUE INDEX IF NOT EXISTS versions_by_file ON versions (file);
        CREATE UNIQUE INDEX IF NOT EXISTS versions_null ON versions (bucket, key) WHERE version IS NULL;
        CREATE TABLE IF NOT EXISTS cors (
          bucket TEXT NOT NULL PRIMARY KEY,
          rules TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS settings (
          bucket TEXT NOT NULL,
          name TEXT NOT NULL,
          value TEXT NOT NULL,
          PRIMARY KEY (bucket, name)
        ) WITHOUT ROWID;
        CREATE UNIQUE INDEX IF NOT EXISTS objects_by_file ON objects (file);
        CREATE TABLE IF NOT EXISTS uploads (
          bucket TEXT NOT NULL,
          key BLOB NOT NULL,
          id TEXT NOT NULL,
          initiated INTEGER NOT NULL,
          algorithm TEXT NOT NULL,
          type TEXT NOT NULL,
          headers TEXT NOT NULL,
          PRIMARY KEY (bucket, key, id)
        ) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS parts (
          upload TEXT NOT NULL,
          number INTEGER NOT NULL,
          file TEXT NOT NULL,
          size INTEGER NOT NULL,
          etag TEXT NOT NULL,
          modified INTEGER NOT NULL,
          algorithm TEXT NOT NULL,
          checksum TEXT NOT NULL,
          PRIMARY KEY (upload, number)
        ) WITHOUT ROWID;
        CREATE UNIQUE INDEX IF NOT EXISTS parts_by_file ON parts (file);
        CREATE TABLE IF NOT EXISTS small_objects (
          id INTEGER PRIMARY KEY,
          file TEXT NOT NULL UNIQUE,
          bytes BLOB NOT NULL
        );
        CREATE TRIGGER IF NOT EXISTS small_object_deleted AFTER DELETE ON objects
        WHEN NOT EXISTS (SELECT 1 FROM versions WHERE file = old.file)
        BEGIN
          DELETE FROM small_objects WHERE file = old.file;
        END;
        CREATE TRIGGER IF NOT EXISTS small_version_deleted AFTER DELETE ON versions
        WHEN NOT EXISTS (SELECT 1 FROM objects WHERE file = old.file)
        BEGIN
          DELETE FROM small_objects WHERE file = old.file;
        END;
        """;

    /// <summary>Columns that tables of earlier releases lack.</summary>
    private static readonly (string Name, string Definition)[] LaterColumnsOfObjects = [("version", "TEXT"), ("sequence", "INTEGER NOT NULL DEFAULT 0")];

    public static Database Open(DataFolder folder) => new(folder.File("s3.db"), durable: !folder.Ephemeral, Tables, folder.Reserve, Upgrade);

    private static void Upgrade(SqliteConnection connection)
    {
        foreach (var (name, definition) in LaterColumnsOfObjects)
        {
            using var present = connection.Command("SELECT 1 FROM pragma_table_info('objects') WHERE name = $name", ("$name", name));
            if (present.ExecuteScalar() is null)
                connection.Execute($"ALTER TABLE objects ADD COLUMN {name} {definition}");
        }
    }
}
