using Microsoft.Data.Sqlite;

namespace EmbeddedAws.Storage;

/// <summary>
/// A SQLite database with one writer and any number of readers (WAL). Writes that wait are committed together, so that
/// many at once share one flush to the disk; each is answered only after its commit.
/// </summary>
internal sealed class Database : IDisposable
{
    /// <summary>So that the write-ahead log stays within the reserve: a small object of S3 takes 33 pages of it.</summary>
    private const int MostInOneCommit = 32;

    private readonly string _connectionString;
    private readonly WaitingQueue<IWrite> _writes = new();
    private readonly Reserve? _reserve;
    private readonly Thread _writer;

    /// <param name="path">The file; it is made where it is missing.</param>
    /// <param name="durable">Whether a commit is on the disk when it is answered (<c>synchronous=FULL</c>).</param>
    /// <param name="schema">SQL that makes the tables; it runs at every start, so it says <c>IF NOT EXISTS</c>.</param>
    /// <param name="reserve">Room for writes that free space, or null for none.</param>
    /// <param name="upgrade">Changes tables that an earlier release has made; it runs at every start too.</param>
    public Database(string path, bool durable, string schema, Reserve? reserve = null, Action<SqliteConnection>? upgrade = null)
    {
        _reserve = reserve;
        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 30 }.ToString();
        var connection = Open();
        // First, since the change of the journal is a write itself.
        connection.Execute(durable ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=OFF");
        connection.Execute("PRAGMA journal_mode=WAL");
        // Only so does REPLACE fire the delete triggers of the rows that it removes.
        connection.Execute("PRAGMA recursive_triggers=ON");
        connection.Execute(schema);
        upgrade?.Invoke(connection);
        _writer = new Thread(() => Run(connection)) { IsBackground = true, Name = $"writer of {Path.GetFileName(path)}" };
        _writer.Start();
    }

    private interface IWrite
    {
        /// <summary>Whether the write leaves more space than there was, so that it has to succeed on a full disk.</summary>
        bool FreesSpace { get; }

        /// <summary>Does the work inside the open transaction; a failure undoes this work alone.</summary>
        void Do(SqliteConnection connection);

        /// <summary>Answers, after the commit or with the failure of it.</summary>
        void Answer(Exception? commitFailure);
    }

    /// <summary>Runs work in a transaction, alone among the writes; the task ends after the commit.</summary>
    /// <param name="work">The work; where the disk is full it may be run a second time.</param>
    /// <param name="freesSpace">Whether the work may use the reserve, since it deletes something.</param>
    public Task<T> WriteAsync<T>(Func<SqliteConnection, T> work, bool freesSpace = false)
    {
        var write = new Write<T>(work, freesSpace);
        _writes.Add(write);
        return write.Task;
    }

    /// <summary>Runs a query on the last committed state; it waits for no write.</summary>
    public T Read<T>(Func<SqliteConnection, T> query)
    {
        using var connection = Open();
        return query(connection);
    }

    /// <summary>Runs queries that belong together on one committed state: each alone would see what was committed since the one before.</summary>
    public T ReadTogether<T>(Func<SqliteConnection, T> queries)
    {
        using var connection = Open();
        using var state = connection.BeginTransaction(deferred: true);
        return queries(connection);
    }

    /// <summary>Keeps the last committed state.</summary>
    public Snapshot Keep() => new(Open());

    public void Dispose()
    {
        _writes.Close();
        _writer.Join();
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        return connection;
    }

    private void Run(SqliteConnection connection)
    {
        using (connection)
        {
            while (_writes.Take(MostInOneCommit) is { Count: > 0 } batch)
                Commit(connection, batch);
        }
    }

    private void Commit(SqliteConnection connection, List<IWrite> batch)
    {
        _reserve?.Take();
        var failure = TryCommit(connection, batch);
        if (failure is not null && ResourceFailure.Of(failure)?.IsDiskFull == true && batch.Exists(write => write.FreesSpace))
        {
            // What needs more room fails, so that it cannot use up the reserve.
            foreach (var write in batch.Where(write => !write.FreesSpace))
                write.Answer(failure);
            batch.RemoveAll(write => !write.FreesSpace);
            if (_reserve?.GiveUp() == true)
                failure = TryCommit(connection, batch);
        }

        foreach (var write in batch)
            write.Answer(failure);
    }

    private static Exception? TryCommit(SqliteConnection connection, List<IWrite> batch)
    {
        try
        {
            connection.Execute("BEGIN IMMEDIATE");
            foreach (var write in batch)
                write.Do(connection);
            connection.Execute("COMMIT");
            return null;
        }
#pragma warning disable CA1031 // Each write of the commit fails with what broke it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            try
            {
                connection.Execute("ROLLBACK");
            }
            catch (SqliteException)
            {
                // SQLite has rolled back already: after some failures (a full disk) it does so itself.
            }

            return exception;
        }
    }

    private sealed class Write<T>(Func<SqliteConnection, T> work, bool freesSpace) : IWrite
    {
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;
        private Exception? _failure;

        public Task<T> Task => _done.Task;

        public bool FreesSpace => freesSpace;

        public void Do(SqliteConnection connection)
        {
            _failure = null;
            connection.Execute("SAVEPOINT work");
            try
            {
                _result = work(connection);
            }
#pragma warning disable CA1031 // The failure belongs to the caller of this write; the others of its batch go on.
            catch (Exception exception) when (ResourceFailure.Of(exception) is null)
#pragma warning restore CA1031
            {
                _failure = exception;
                connection.Execute("ROLLBACK TO work");
            }

            connection.Execute("RELEASE work");
        }

        public void Answer(Exception? commitFailure)
        {
            if ((_failure ?? commitFailure) is { } failure)
                _done.SetException(failure);
            else
                _done.SetResult(_result!);
        }
    }
}
