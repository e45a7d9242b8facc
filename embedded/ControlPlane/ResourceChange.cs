namespace EmbeddedAws.ControlPlane;

/// <summary>A change of resources that is under way: it alone sees its changes until they are committed.</summary>
internal sealed class ResourceChange(ResourceStore store) : IResources
{
    private readonly Dictionary<(string Kind, string Id), object?> _changed = [];

    /// <summary>What is to be written; null for what is to go.</summary>
    public IReadOnlyDictionary<(string Kind, string Id), object?> Changed => _changed;

    /// <summary>The resource with an id, or null.</summary>
    public T? Find<T>(string id)
        where T : class =>
        _changed.TryGetValue((typeof(T).Name, id), out var changed) ? (T?)changed : store.Find<T>(id);

    /// <summary>The resources whose ids begin with a text, in the order of their ids.</summary>
    public IReadOnlyList<T> List<T>(string prefix = "")
        where T : class =>
        [.. Ids<T>(prefix).Select(Find<T>).OfType<T>()];

    /// <summary>Puts a resource in place of one with the same id.</summary>
    public void Put<T>(string id, T resource)
        where T : class => _changed[(typeof(T).Name, id)] = resource;

    /// <summary>Removes a resource, if it is there.</summary>
    public void Delete<T>(string id)
        where T : class => _changed[(typeof(T).Name, id)] = null;

    /// <summary>Removes the resources whose ids begin with a text.</summary>
    public void DeleteAll<T>(string prefix)
        where T : class
    {
        foreach (var id in Ids<T>(prefix))
            Delete<T>(id);
    }

    private List<string> Ids<T>(string prefix) =>
    [
        .. store.Ids(typeof(T).Name, prefix)
            .Concat(_changed.Keys.Where(key => key.Kind == typeof(T).Name && key.Id.StartsWith(prefix, StringComparison.Ordinal)).Select(key => key.Id))
            .Distinct().Order(StringComparer.Ordinal),
    ];
}
