namespace EmbeddedAws.Lambda.Running;

/// <summary>How many processes of functions the machine takes: at the same time, and being started.</summary>
/// <param name="endSpare">Ends a process that its function does not need, and says whether there was one.</param>
/// <param name="endIdle">Ends a process that has nothing to do, and says whether there was one.</param>
/// <param name="time">The clock.</param>
internal sealed class ProcessLimits(Func<bool> endSpare, Func<bool> endIdle, TimeProvider time) : IDisposable
{
    /// <summary>What takes longer waits for something, and leaves its place to others.</summary>
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(10);

    private static readonly int Most = Math.Max(16, 8 * Environment.ProcessorCount);

    private readonly SemaphoreSlim _starts = new(2 * Environment.ProcessorCount);
    private int _count;

    /// <summary>Takes a place for one more process of a function, if there is one or a process can be spared; <see cref="Leave"/> must follow.</summary>
    public bool TryEnter()
    {
        if (TryTake())
            return true;
        if (!endSpare())
            return false;
        Interlocked.Increment(ref _count);
        return true;
    }

    /// <summary>Takes a place for the first process of a function, which it always has: in place of any that has nothing to do. <see cref="Leave"/> must follow.</summary>
    public void Enter()
    {
        if (TryTake())
            return;
        endIdle();
        Interlocked.Increment(ref _count);
    }

    /// <summary>A process has ended.</summary>
    public void Leave() => Interlocked.Decrement(ref _count);

    /// <summary>Starts one, when not too many start already.</summary>
    public async Task<T> StartAsync<T>(Func<Task<T>> start)
    {
        await _starts.WaitAsync();
        var started = start();
        await ((Task)started).WaitAsync(LongestStart, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _starts.Release();
        return await started;
    }

    public void Dispose() => _starts.Dispose();

    private bool TryTake()
    {
        if (Interlocked.Increment(ref _count) <= Most)
            return true;
        Interlocked.Decrement(ref _count);
        return false;
    }
}
