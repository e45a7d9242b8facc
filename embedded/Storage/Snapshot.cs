using Microsoft.Data.Sqlite;

namespace EmbeddedAws.Storage;

/// <summary>The state of a database at one moment, whatever is written since; for one reader at a time.</summary>
internal sealed class Snapshot : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;

    /// <param name="connection">A connection for the snapshot alone, which it closes.</param>
    public Snapshot(SqliteConnection connection)
    {
        _connection = connection;
        _transaction = connection.BeginTransaction(deferred: true);
        // SQLite fixes the state at the first read: https://www.sqlite.org/isolation.html
        using var first = connection.Command("SELECT count(*) FROM sqlite_schema");
        first.ExecuteScalar();
    }

    public T Read<T>(Func<SqliteConnection, T> query) => query(_connection);

    public void Dispose()
    {
        _transaction.Dispose();
        _connection.Dispose();
    }
}
