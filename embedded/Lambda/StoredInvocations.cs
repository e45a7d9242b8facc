using EmbeddedAws.Storage;

namespace EmbeddedAws.Lambda;

/// <summary>The asynchronous invocations, until they end: the next cloud on the same folder continues those that a cloud leaves. A temporary cloud stores none.</summary>
internal sealed class StoredInvocations(DataFolder folder) : IDisposable
{
    private const string Schema =
        "CREATE TABLE IF NOT EXISTS invocations (id TEXT NOT NULL PRIMARY KEY, function TEXT NOT NULL, payload BLOB NOT NULL, failures INTEGER NOT NULL)";

    private readonly Lock _gate = new();
    private Database? _database;

    /// <summary>Stores one; it is on the disk when the task ends.</summary>
    public Task AddAsync(StoredInvocation invocation) => WriteAsync(
        "INSERT INTO invocations VALUES ($id, $function, $payload, $failures)",
        freesSpace: false,
        ("$id", invocation.Id), ("$function", invocation.FunctionArn), ("$payload", invocation.Payload), ("$failures", invocation.Failures));

    /// <summary>Stores that one has failed once more.</summary>
    public Task FailAsync(StoredInvocation invocation) => WriteAsync(
        "UPDATE invocations SET failures = $failures WHERE id = $id", freesSpace: false, ("$id", invocation.Id), ("$failures", invocation.Failures));

    /// <summary>Removes one that has ended.</summary>
    public Task RemoveAsync(StoredInvocation invocation) => WriteAsync("DELETE FROM invocations WHERE id = $id", freesSpace: true, ("$id", invocation.Id));

    /// <summary>Those that an earlier cloud has left.</summary>
    public IReadOnlyList<StoredInvocation> List()
    {
        if (folder.Ephemeral || !File.Exists(Path))
            return [];
        return Open().Read(connection =>
        {
            using var select = connection.Command("SELECT id, function, payload, failures FROM invocations ORDER BY rowid");
            using var rows = select.ExecuteReader();
            var invocations = new List<StoredInvocation>();
            while (rows.Read())
                invocations.Add(new StoredInvocation(rows.GetString(0), rows.GetString(1), rows.GetFieldValue<byte[]>(2), rows.GetInt32(3)));
            return invocations;
        });
    }

    public void Dispose() => _database?.Dispose();

    private string Path => folder.File("invocations.db");

    private Task WriteAsync(string sql, bool freesSpace, params (string Name, object Value)[] parameters) =>
        folder.Ephemeral ? Task.CompletedTask : Open().WriteAsync(connection => connection.Execute(sql, parameters), freesSpace);

    /// <summary>The database is made by the first invocation: most clouds have none.</summary>
    private Database Open()
    {
        lock (_gate)
            return _database ??= new Database(Path, durable: true, Schema, folder.Reserve);
    }
}
