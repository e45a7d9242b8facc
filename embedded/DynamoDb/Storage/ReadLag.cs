using System.Diagnostics.CodeAnalysis;
using EmbeddedAws.Storage;
using Microsoft.Data.Sqlite;

namespace EmbeddedAws.DynamoDb.Storage;

/// <summary>What reads that are not consistent see while a test lets them lag: an older state of all tables and indexes.</summary>
internal sealed class ReadLag : IDisposable
{
    private readonly Lock _gate = new();
    private volatile Snapshot? _seen;

    /// <summary>Lets reads see what a database holds now.</summary>
    /// <exception cref="InvalidOperationException">They lag already.</exception>
    public void Begin(Database database)
    {
        lock (_gate)
            _seen = _seen is null ? database.Keep() : throw new InvalidOperationException("The reads lag already.");
    }

    /// <summary>Reads the older state, where there is one.</summary>
    public bool TryRead<T>(Func<SqliteConnection, T> query, [MaybeNullWhen(false)] out T result)
    {
        result = default;
        if (_seen is null)
            return false; // Almost always, and then no read waits for another.
        lock (_gate)
        {
            if (_seen is null)
                return false;
            result = _seen.Read(query);
            return true;
        }
    }

    /// <summary>Lets reads see the last state again.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _seen?.Dispose();
            _seen = null;
        }
    }
}
