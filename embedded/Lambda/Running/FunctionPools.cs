using EmbeddedAws.Host;

namespace EmbeddedAws.Lambda.Running;

/// <summary>The pools of all functions: one of the state in which each is, and those of earlier states until their last invocation has ended.</summary>
internal sealed class FunctionPools : IAsyncDisposable
{
    private static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan CleanUpInterval = TimeSpan.FromMinutes(1);

    /// <summary>A function that has several processes can spare one that has had nothing to do for so long. Its last one it keeps: functions would end and start each other's for ever.</summary>
    private static readonly TimeSpan SpareAfter = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly EnvironmentFactory _factory;
    private readonly Func<Task> _closed;
    private readonly ProcessLimits _limits;
    private readonly Dictionary<string, FunctionPool> _current = [];
    private readonly Dictionary<FunctionPool, Task> _closing = [];
    private readonly PeriodicWork _cleanUp;
    private volatile bool _stopped;

    /// <param name="factory">What execution environments are made from.</param>
    /// <param name="closed">Is called when the last invocation of an earlier state has ended.</param>
    /// <param name="errors">Where failures are told.</param>
    public FunctionPools(EnvironmentFactory factory, Func<Task> closed, TextWriter errors)
    {
        (_factory, _closed, _limits) = (factory, closed, new ProcessLimits(EndSpare, EndIdle, factory.Time));
        _cleanUp = new PeriodicWork("end the processes of functions that have nothing to do", CleanUpInterval, EndIdleAsync, factory.Time, errors);
    }

    /// <summary>Whether there will be no more processes.</summary>
    public bool IsStopped => _stopped;

    /// <summary>The SHA-256s of the code that runs.</summary>
    public IReadOnlyList<string> Code => [.. All().Select(pool => pool.Function.CodeSha256)];

    /// <summary>The pool of a function; null where that is in another state by now, or all is stopped.</summary>
    /// <param name="function">The function, as it was read.</param>
    /// <param name="isPresent">Whether it is still in that state.</param>
    public FunctionPool? Of(FunctionConfiguration function, Func<bool> isPresent)
    {
        lock (_gate)
        {
            if (_stopped || !isPresent())
                return null;
            if (_current.TryGetValue(function.FunctionName, out var pool) && pool.Function.RevisionId == function.RevisionId)
                return pool;
            CloseCurrent(function.FunctionName);
            return _current[function.FunctionName] = new FunctionPool(function, _factory, _limits);
        }
    }

    /// <summary>Closes the pool of a function that is in another state now, or gone.</summary>
    public void Close(string functionName, string? revisionId)
    {
        lock (_gate)
        {
            if (_current.TryGetValue(functionName, out var pool) && pool.Function.RevisionId != revisionId)
                CloseCurrent(functionName);
        }
    }

    /// <summary>Ends all processes, whatever they do.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
            _stopped = true;
        _cleanUp.Dispose();
        await Task.WhenAll(All().Select(pool => pool.CloseAsync(atOnce: true)));
        await Task.WhenAll(Closing());
        _limits.Dispose();
    }

    private void CloseCurrent(string functionName)
    {
        if (_current.TryGetValue(functionName, out var pool))
        {
            // First, so that its code is in use all the time.
            _closing[pool] = CloseAsync(pool);
            _current.Remove(functionName);
        }
    }

    private async Task CloseAsync(FunctionPool pool)
    {
        // Not in the caller's lock.
        await Task.Yield();
        await pool.CloseAsync(atOnce: false);
        lock (_gate)
            _closing.Remove(pool);
        await _closed();
    }

    private List<Task> Closing()
    {
        lock (_gate)
            return [.. _closing.Values];
    }

    private List<FunctionPool> All()
    {
        lock (_gate)
            return [.. _current.Values.Concat(_closing.Keys)];
    }

    private Task EndIdleAsync()
    {
        foreach (var pool in All())
            pool.EndIdle(LongestIdle);
        return Task.CompletedTask;
    }

    private bool EndSpare() => EndLongestIdle(All().Where(pool => pool.HasSeveral && pool.LongestIdle >= SpareAfter));

    private bool EndIdle() => EndLongestIdle(All().Where(pool => pool.HasSeveral)) || EndLongestIdle(All());

    private static bool EndLongestIdle(IEnumerable<FunctionPool> pools) => pools.MaxBy(pool => pool.LongestIdle)?.EndIdle(TimeSpan.Zero, most: 1) ?? false;
}
