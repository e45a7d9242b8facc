using EmbeddedAws.Storage;
using Microsoft.Data.Sqlite;

namespace EmbeddedAws.Logs.Storage;

/// <summary>What is written to the tables of events and streams.</summary>
internal static class LogWrites
{
    /// <summary>Inserts events, with one command for all of them: there may be thousands.</summary>
    public static void Insert(this SqliteConnection connection, string group, IReadOnlyList<LogEvent> events, long now)
    {
        using var insert = connection.Command(
            "INSERT INTO events (log, stream, timestamp, ingested, message) VALUES ($log, $stream, $timestamp, $now, $message)",
            ("$log", group), ("$stream", ""), ("$timestamp", 0L), ("$now", now), ("$message", ""));
        foreach (var logEvent in events)
        {
            insert.Parameters["$stream"].Value = logEvent.Stream;
            insert.Parameters["$timestamp"].Value = logEvent.Timestamp;
            insert.Parameters["$message"].Value = logEvent.Message;
            insert.ExecuteNonQuery();
        }
    }

    /// <summary>Makes a stream, unless it is there.</summary>
    /// <returns>Whether it was not.</returns>
    public static bool CreateStream(this SqliteConnection connection, string group, string stream, long now) =>
        connection.Execute("INSERT OR IGNORE INTO streams (log, name, created) VALUES ($log, $name, $now)", ("$log", group), ("$name", stream), ("$now", now)) > 0;

    /// <summary>Widens the times of a stream by those of new events.</summary>
    /// <returns>Whether it is there.</returns>
    public static bool Extend(this SqliteConnection connection, string group, IGrouping<string, LogEvent> events, long now) => connection.Execute(
        "UPDATE streams SET first = min(coalesce(first, $first), $first), last = max(coalesce(last, $last), $last), ingested = $now WHERE log = $log AND name = $name",
        ("$log", group), ("$name", events.Key), ("$first", events.Min(logEvent => logEvent.Timestamp)), ("$last", events.Max(logEvent => logEvent.Timestamp)), ("$now", now)) > 0;
}
