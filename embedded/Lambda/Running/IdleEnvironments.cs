namespace EmbeddedAws.Lambda.Running;

/// <summary>The execution environments of a pool that have nothing to do. The pool locks.</summary>
internal sealed class IdleEnvironments(TimeProvider time)
{
    private readonly List<(ExecutionEnvironment Environment, long Since)> _idle = [];

    public int Count => _idle.Count;

    /// <summary>How long the one has had nothing to do that has longest; null where there is none.</summary>
    public TimeSpan? Longest => _idle.Count > 0 ? time.GetElapsedTime(_idle[0].Since) : null;

    public void Add(ExecutionEnvironment environment) => _idle.Add((environment, time.GetTimestamp()));

    /// <summary>Takes the last one, so that those too many come to be idle for long; null where there is none.</summary>
    public ExecutionEnvironment? TakeLast()
    {
        if (_idle.Count == 0)
            return null;
        var environment = _idle[^1].Environment;
        _idle.RemoveAt(_idle.Count - 1);
        return environment;
    }

    /// <summary>Takes those that have had nothing to do for some time, at most so many.</summary>
    public IReadOnlyList<ExecutionEnvironment> TakeFirst(TimeSpan least, int most)
    {
        var taken = _idle.TakeWhile(idle => time.GetElapsedTime(idle.Since) >= least).Take(most).Select(idle => idle.Environment).ToList();
        _idle.RemoveRange(0, taken.Count);
        return taken;
    }
}
