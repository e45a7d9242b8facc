namespace EmbeddedAws.Lambda.Running;

/// <summary>Ends execution environments of a pool, which locks.</summary>
/// <param name="limits">How many processes there may be.</param>
/// <param name="gate">The pool's lock.</param>
/// <param name="ended">Is called in the lock, when one has ended.</param>
internal sealed class EnvironmentEnds(ProcessLimits limits, Lock gate, Action ended)
{
    /// <summary>How many are being ended.</summary>
    public int Count { get; private set; }

    /// <summary>Begins to end one.</summary>
    public void Begin(ExecutionEnvironment environment)
    {
        Count++;
        _ = EndAsync(environment);
    }

    /// <summary>Begins to end some, and says whether there is one.</summary>
    public bool Begin(IReadOnlyList<ExecutionEnvironment> environments)
    {
        foreach (var environment in environments)
            Begin(environment);
        return environments.Count > 0;
    }

    private async Task EndAsync(ExecutionEnvironment environment)
    {
        // Not in the caller's lock.
        await Task.Yield();
        try
        {
            await environment.DisposeAsync();
        }
        finally
        {
            limits.Leave();
            lock (gate)
            {
                Count--;
                ended();
            }
        }
    }
}
