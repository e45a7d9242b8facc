using EmbeddedAws.Storage;
using Microsoft.Data.Sqlite;

namespace EmbeddedAws.Logs.Storage;

/// <summary>The events of all logs. The database is made by the first stream. It is bounded: the oldest events go first.</summary>
internal sealed class LogDatabase(DataFolder folder) : IDisposable
{
    private const long MostBytes = 256 * 1024 * 1024;

    /// <summary>What AWS reads at once: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html.</summary>
    public const int MostBytesRead = 1024 * 1024;

    private const string Schema = """
        CREATE TABLE IF NOT EXISTS streams (
            log TEXT NOT NULL, name TEXT NOT NULL, created INTEGER NOT NULL, first INTEGER, last INTEGER, ingested INTEGER, PRIMARY KEY (log, name)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS events (
            id INTEGER PRIMARY KEY AUTOINCREMENT, log TEXT NOT NULL, stream TEXT NOT NULL, timestamp INTEGER NOT NULL, ingested INTEGER NOT NULL, message TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS events_by_time ON events (log, timestamp, id);
        """;

    private readonly Lock _gate = new();
    private Database? _database;
    private long? _bytes;

    /// <summary>Makes a stream.</summary>
    /// <returns>Whether there was none with its name.</returns>
    public Task<bool> CreateStreamAsync(string group, string stream, long now) => Open().WriteAsync(connection => connection.CreateStream(group, stream, now));

    /// <summary>Stores events, each in its stream, which is made where it is missing and that is wanted.</summary>
    /// <returns>Whether the streams were there.</returns>
    public Task<bool> PutAsync(string group, IReadOnlyList<LogEvent> events, long now, bool makeStreams) => Open().WriteAsync(connection =>
    {
        foreach (var stream in events.GroupBy(logEvent => logEvent.Stream))
        {
            if (makeStreams)
                connection.CreateStream(group, stream.Key, now);
            if (!connection.Extend(group, stream, now))
                return false;
        }

        connection.Insert(group, events, now);
        Bound(connection, events.Sum(logEvent => (long)logEvent.Bytes));
        return true;
    });

    /// <summary>The streams of a group whose names begin with a text, in the order of their names.</summary>
    public IReadOnlyList<LogStream> Streams(string group, string prefix) => Read<IReadOnlyList<LogStream>>([], connection =>
    {
        using var select = connection.Command(
            "SELECT name, created, first, last, ingested FROM streams WHERE log = $log AND substr(name, 1, length($prefix)) = $prefix ORDER BY name", ("$log", group), ("$prefix", prefix));
        using var rows = select.ExecuteReader();
        var streams = new List<LogStream>();
        while (rows.Read())
            streams.Add(new LogStream(rows.GetString(0), rows.GetInt64(1), Number(rows, 2), Number(rows, 3), Number(rows, 4)));
        return streams;
    });

    /// <summary>Events in the order of their times: as many as 1 MB holds, and one at least where there is one.</summary>
    public IReadOnlyList<LogEvent> Events(string group, EventRange range, int most) => Read<IReadOnlyList<LogEvent>>([], connection =>
    {
        var (compare, order) = range.IsBackwards ? ("<", "DESC") : (">", "ASC");
        var beyond = range.Beyond ?? new EventPlace(range.IsBackwards ? long.MaxValue : long.MinValue, 0);
        using var select = connection.Command(
            $"""
            SELECT id, stream, timestamp, ingested, message FROM events
            WHERE log = $log AND timestamp >= $from AND timestamp < $to AND (timestamp, id) {compare} ($timestamp, $id) AND ($stream = '' OR stream = $stream)
            ORDER BY timestamp {order}, id {order} LIMIT $most
            """,
            ("$log", group), ("$from", range.From), ("$to", range.To), ("$timestamp", beyond.Timestamp), ("$id", beyond.Id), ("$stream", range.Stream ?? ""), ("$most", most));
        using var rows = select.ExecuteReader();
        var events = new List<LogEvent>();
        var bytes = 0L;
        while (rows.Read())
        {
            var logEvent = new LogEvent(rows.GetString(1), rows.GetInt64(2), rows.GetString(4)) { Id = rows.GetInt64(0), Ingested = rows.GetInt64(3) };
            bytes += logEvent.Bytes;
            if (bytes > MostBytesRead && events.Count > 0)
                break;
            events.Add(logEvent);
        }

        return events;
    });

    /// <summary>The bytes of a group, as AWS counts them.</summary>
    public long Bytes(string group) => Read(0L, connection =>
    {
        using var select = connection.Command($"SELECT coalesce(sum(length(CAST(message AS BLOB)) + {LogEvent.Overhead}), 0) FROM events WHERE log = $log", ("$log", group));
        return (long)select.ExecuteScalar()!;
    });

    /// <summary>Removes the events of a group that are older.</summary>
    public Task ExpireAsync(string group, long before) => RemoveAsync(connection => connection.Execute("DELETE FROM events WHERE log = $log AND timestamp < $before", ("$log", group), ("$before", before)));

    /// <summary>Removes a group with all its streams.</summary>
    public Task DeleteAsync(string group) => RemoveAsync(connection =>
        connection.Execute("DELETE FROM events WHERE log = $log", ("$log", group)) + connection.Execute("DELETE FROM streams WHERE log = $log", ("$log", group)));

    public void Dispose() => _database?.Dispose();

    private string Path => folder.File("logs.db");

    private Database Open()
    {
        lock (_gate)
            return _database ??= new Database(Path, durable: !folder.Ephemeral, Schema, folder.Ephemeral ? null : folder.Reserve);
    }

    private T Read<T>(T none, Func<SqliteConnection, T> query) => Existing() is { } database ? database.Read(query) : none;

    private Task RemoveAsync(Func<SqliteConnection, int> remove) => Existing()?.WriteAsync(
        connection =>
        {
            _bytes = null; // Counted anew by the next write.
            return remove(connection);
        },
        freesSpace: true) ?? Task.CompletedTask;

    private Database? Existing()
    {
        lock (_gate)
            return _database is null && !File.Exists(Path) ? null : Open();
    }

    /// <summary>An eighth of all ids at a time, so that it does not happen at each write.</summary>
    private void Bound(SqliteConnection connection, long added)
    {
        _bytes = (_bytes ?? Total(connection)) + added;
        if (_bytes <= MostBytes)
            return;
        connection.Execute("DELETE FROM events WHERE id <= (SELECT min(id) + (max(id) - min(id)) / 8 FROM events)");
        _bytes = Total(connection);
    }

    private static long Total(SqliteConnection connection)
    {
        using var select = connection.Command($"SELECT coalesce(sum(length(CAST(message AS BLOB)) + {LogEvent.Overhead}), 0) FROM events");
        return (long)select.ExecuteScalar()!;
    }

    private static long? Number(SqliteDataReader rows, int column) => rows.IsDBNull(column) ? null : rows.GetInt64(column);
}
