using System.Collections.Concurrent;
using System.Text.Json;
using EmbeddedAws.Storage;

namespace EmbeddedAws.ControlPlane;

/// <summary>
/// The resources of the control plane: immutable records, each under its type and an id (<c>api/resource/GET</c>). They are read from memory. A change is
/// one transaction, which is on the disk before any reader sees it.
/// </summary>
internal sealed class ResourceStore : IResources, IDisposable
{
    private const string Table = "CREATE TABLE IF NOT EXISTS resources (kind TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID";

    /// <summary>A record, or its JSON until somebody reads it.</summary>
    private readonly ConcurrentDictionary<(string Kind, string Id), object> _resources = [];
    private readonly SemaphoreSlim _writer = new(1);
    private readonly DataFolder _folder;
    private Database? _database;
    private long _version;

    /// <summary>Opens the store. The database is made by the first change: most clouds of a test have none.</summary>
    public ResourceStore(DataFolder folder)
    {
        _folder = folder;
        if (!folder.Ephemeral && File.Exists(Path))
            Load(_database = Open());
    }

    private string Path => _folder.File("control-plane.db");

    /// <summary>Another number after each change: what was made from resources before it is out of date.</summary>
    public long Version => Interlocked.Read(ref _version);

    /// <summary>The resource with an id, or null.</summary>
    public T? Find<T>(string id)
        where T : class
    {
        var key = (typeof(T).Name, id);
        if (!_resources.TryGetValue(key, out var found))
            return null;
        if (found is not string body)
            return (T)found;
        var resource = JsonSerializer.Deserialize<T>(body)!;
        // Unless it was changed in the meantime.
        _resources.TryUpdate(key, resource, body);
        return resource;
    }

    /// <summary>The resources whose ids begin with a text, in the order of their ids.</summary>
    public IReadOnlyList<T> List<T>(string prefix = "")
        where T : class =>
        [.. Ids(typeof(T).Name, prefix).Select(Find<T>).OfType<T>()];

    /// <summary>Changes resources: all that the work does, or nothing where it throws.</summary>
    /// <param name="work">Reads and changes, alone among the changes.</param>
    public async Task<T> ChangeAsync<T>(Func<ResourceChange, T> work)
    {
        await _writer.WaitAsync();
        try
        {
            var change = new ResourceChange(this);
            var result = work(change);
            await SaveAsync(change.Changed);
            foreach (var (key, resource) in change.Changed)
            {
                if (resource is null)
                    _resources.TryRemove(key, out _);
                else
                    _resources[key] = resource;
            }

            if (change.Changed.Count > 0)
                Interlocked.Increment(ref _version);
            return result;
        }
        finally
        {
            _writer.Release();
        }
    }

    public void Dispose()
    {
        _database?.Dispose();
        _writer.Dispose();
    }

    /// <summary>The ids of a type that begin with a text, in their order.</summary>
    internal IReadOnlyList<string> Ids(string kind, string prefix) =>
    [
        .. _resources.Keys
            .Where(key => key.Kind == kind && key.Id.StartsWith(prefix, StringComparison.Ordinal))
            .Select(key => key.Id).Order(StringComparer.Ordinal),
    ];

    private Database Open() => new(Path, durable: true, Table, _folder.Reserve);

    private void Load(Database database) => database.Read(connection =>
    {
        using var select = connection.Command("SELECT kind, id, body FROM resources");
        using var rows = select.ExecuteReader();
        while (rows.Read())
            _resources[(rows.GetString(0), rows.GetString(1))] = rows.GetString(2);
        return true;
    });

    private async Task SaveAsync(IReadOnlyDictionary<(string Kind, string Id), object?> changed)
    {
        if (_folder.Ephemeral || changed.Count == 0)
            return;
        _database ??= Open();
        await _database.WriteAsync(
            connection =>
            {
                foreach (var ((kind, id), resource) in changed)
                {
                    if (resource is null)
                        connection.Execute("DELETE FROM resources WHERE kind = $kind AND id = $id", ("$kind", kind), ("$id", id));
                    else
                        connection.Execute("REPLACE INTO resources VALUES ($kind, $id, $body)", ("$kind", kind), ("$id", id), ("$body", JsonSerializer.Serialize(resource, resource.GetType())));
                }

                return true;
            },
            freesSpace: changed.Values.All(resource => resource is null));
    }
}
