namespace EmbeddedAws.Lambda.Running;

/// <summary>How many processes of functions the machine takes: at the same time, and being started.</summary>
internal sealed class ProcessLimits : IDisposable
{
    private static readonly int Most = Math.Max(16, 8 * Environment.ProcessorCount);

    private readonly SemaphoreSlim _starts = new(2 * Environment.ProcessorCount);
    private int _count;

    /// <summary>Whether a function may have one more.</summary>
    public bool HasRoom => Volatile.Read(ref _count) < Most;

    /// <summary>A process begins; <see cref="Leave"/> must follow. The first of a function always may, in the place of one that has nothing to do.</summary>
    /// <param name="makeRoom">Ends a process that has nothing to do.</param>
    public void Enter(Action makeRoom)
    {
        if (Interlocked.Increment(ref _count) > Most)
            makeRoom();
    }

    /// <summary>A process has ended.</summary>
    public void Leave() => Interlocked.Decrement(ref _count);

    /// <summary>Starts one, when not too many start already.</summary>
    public async Task<T> StartAsync<T>(Func<Task<T>> start)
    {
        await _starts.WaitAsync();
        try
        {
            return await start();
        }
        finally
        {
            _starts.Release();
        }
    }

    public void Dispose() => _starts.Dispose();
}
