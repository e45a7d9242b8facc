using EmbeddedAws.ControlPlane;
using EmbeddedAws.Host;
using EmbeddedAws.Logs.Storage;

namespace EmbeddedAws.Logs;

/// <summary>The log groups and their events. What is older than the retention of its group is not given back, and is removed within the hour.</summary>
internal sealed class LogStore : IDisposable
{
    private static readonly TimeSpan CleanUpInterval = TimeSpan.FromHours(1);

    private readonly ResourceStore _resources;
    private readonly LogDatabase _events;
    private readonly TimeProvider _time;
    private readonly PeriodicWork _cleanUp;

    /// <summary>Held while a group is deleted, and while events are stored, which would otherwise outlive it.</summary>
    private readonly SemaphoreSlim _writer = new(1);

    public LogStore(ResourceStore resources, LogDatabase events, TimeProvider time, TextWriter errors)
    {
        (_resources, _events, _time) = (resources, events, time);
        _cleanUp = new PeriodicWork("remove events that log groups keep no longer", CleanUpInterval, ExpireAsync, time, errors);
    }

    /// <summary>The time, in milliseconds since 1970.</summary>
    public long Now => _time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Stores what functions have written lately, before it is read.</summary>
    public Func<Task> Flush { get; set; } = () => Task.CompletedTask;

    public LogGroup Group(string name) => _resources.Find<LogGroup>(name) ?? throw NoGroup();

    public LogGroup? Find(string name) => _resources.Find<LogGroup>(name);

    public IReadOnlyList<LogGroup> Groups(string prefix) => _resources.List<LogGroup>(prefix);

    /// <summary>Makes a group.</summary>
    /// <exception cref="AwsException">There is one with its name.</exception>
    public Task CreateAsync(LogGroup group) => _resources.ChangeAsync(change =>
    {
        if (change.Find<LogGroup>(group.Name) is not null)
            throw new AwsException(400, "ResourceAlreadyExistsException", "The specified log group already exists");
        change.Put(group.Name, group);
        return true;
    });

    /// <summary>Changes a group that must be there; null deletes it.</summary>
    public Task ChangeAsync(string name, Func<LogGroup, LogGroup?> change) => _resources.ChangeAsync(resources =>
    {
        if (change(resources.Find<LogGroup>(name) ?? throw NoGroup()) is { } after)
            resources.Put(name, after);
        else
            resources.Delete<LogGroup>(name);
        return true;
    });

    /// <summary>Deletes a group, which must be there, with its events.</summary>
    public Task DeleteAsync(string name) => AloneAsync(async () =>
    {
        _ = Group(name);
        // First: a group whose events are gone can be deleted again, and events of no group would be those of the next one with its name.
        await _events.DeleteAsync(name);
        await ChangeAsync(name, _ => null);
        return true;
    });

    /// <summary>Makes a stream of a group, which must be there.</summary>
    /// <returns>Whether there was none with its name.</returns>
    public Task<bool> CreateStreamAsync(string group, string stream) => AloneAsync(() => _events.CreateStreamAsync(Group(group).Name, stream, Now));

    /// <summary>Stores events.</summary>
    /// <returns>Whether their group and their streams are there.</returns>
    public Task<bool> PutAsync(string group, IReadOnlyList<LogEvent> events, bool makeStreams) =>
        AloneAsync(async () => Find(group) is not null && await _events.PutAsync(group, events, Now, makeStreams));

    public IReadOnlyList<LogStream> Streams(string group, string prefix = "") => _events.Streams(group, prefix);

    /// <summary>Events that the group still keeps.</summary>
    public IReadOnlyList<LogEvent> Events(LogGroup group, EventRange range, int most) =>
        _events.Events(group.Name, range with { From = Math.Max(range.From, Oldest(group)) }, most);

    public long Bytes(string group) => _events.Bytes(group);

    /// <summary>The earliest time that a group keeps.</summary>
    public long Oldest(LogGroup group) => group.RetentionInDays is { } days ? _time.GetUtcNow().AddDays(-days).ToUnixTimeMilliseconds() : long.MinValue;

    public void Dispose()
    {
        _cleanUp.Dispose();
        _events.Dispose();
        _writer.Dispose();
    }

    public static AwsException NoGroup() => new(400, "ResourceNotFoundException", "The specified log group does not exist.");

    public static AwsException NoStream() => new(400, "ResourceNotFoundException", "The specified log stream does not exist.");

    private Task ExpireAsync() => Task.WhenAll(Groups("").Where(group => group.RetentionInDays is not null).Select(group => _events.ExpireAsync(group.Name, Oldest(group))));

    private async Task<T> AloneAsync<T>(Func<Task<T>> write)
    {
        await _writer.WaitAsync();
        try
        {
            return await write();
        }
        finally
        {
            _writer.Release();
        }
    }
}
