using EmbeddedAws.Storage;

namespace EmbeddedAws.S3.Objects;

/// <summary>The tables.</summary>
internal static class Schema
{
    /// <summary>Keys are blobs: S3 orders them by their UTF-8 bytes, and a listing seeks to positions that are not text.</summary>
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
          PRIMARY KEY (bucket, key)
        ) WITHOUT ROWID;
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
        """;

    public static Database Open(DataFolder folder) => new(folder.File("s3.db"), durable: !folder.Ephemeral, Tables, folder.Reserve);
}
