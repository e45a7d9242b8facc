namespace EmbeddedAws.Lambda.Running;

/// <summary>Starts the execution environments of a pool, as many as are waited for.</summary>
/// <param name="start">Starts one, unless what it is given ends before.</param>
/// <param name="limits">How many there may be.</param>
/// <param name="gate">The pool's lock, which its callers hold where nothing else is said.</param>
/// <param name="waiting">Who waits for one.</param>
/// <param name="take">Takes one that is started, or null where none could be, in the pool's lock.</param>
internal sealed class EnvironmentStarts(
    Func<Task, Task<ExecutionEnvironment>> start, ProcessLimits limits, Lock gate, WaitingInvocations waiting, Action<ExecutionEnvironment?> take)
{
    /// <summary>
    /// How long an invocation waits for an environment that is busy or starting, before one more is started: about the time of a start, in which one that
    /// runs answers many.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How many are being started.</summary>
    public int Count { get; private set; }

    /// <summary>Begins to start one, whatever the limits are.</summary>
    public void Begin() => Begin(hasPlace: false);

    /// <summary>
    /// Begins to start one when an invocation was not served for a while, and the limits allow it; and another one if that has served an invocation which came
    /// before, and so on.
    /// </summary>
    /// <param name="served">Ends when the invocation is served.</param>
    /// <param name="isFirst">Whether the pool has none.</param>
    public async Task BeginUnlessServedAsync(Task served, Func<bool> isFirst)
    {
        while (true)
        {
            // By the real clock: how fast processes are depends on no other.
            await Task.WhenAny(served, Task.Delay(Patience));
            if (served.IsCompleted)
                return;
            BeginIfWanted(isFirst);
        }
    }

    /// <summary>Ends what is being started.</summary>
    public void Stop() => _stopped.TrySetResult();

    private void BeginIfWanted(Func<bool> isFirst)
    {
        lock (gate)
        {
            if (Count >= waiting.Count)
                return;
            if (isFirst())
            {
                Begin(hasPlace: false);
                return;
            }
        }

        // Not in the lock: it may end a process of another pool.
        if (!limits.TryEnter())
            return;
        lock (gate)
        {
            if (Count < waiting.Count)
            {
                Begin(hasPlace: true);
                return;
            }
        }

        limits.Leave();
    }

    private void Begin(bool hasPlace)
    {
        Count++;
        _ = StartAsync(hasPlace);
    }

    private async Task StartAsync(bool hasPlace)
    {
        // Not in the caller's lock.
        await Task.Yield();
        if (!hasPlace)
            limits.Enter();
        ExecutionEnvironment? environment = null;
        Exception? failure = null;
        try
        {
            environment = await limits.StartAsync(async () => IsWanted() ? await start(_stopped.Task) : null);
        }
#pragma warning disable CA1031 // Told to the one who waits for it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            failure = exception;
        }

        if (environment is null)
            limits.Leave();
        lock (gate)
        {
            Count--;
            if (failure is not null)
                waiting.Fail(failure);
            take(environment);
        }
    }

    private bool IsWanted()
    {
        lock (gate)
            return waiting.Count > 0;
    }
}
