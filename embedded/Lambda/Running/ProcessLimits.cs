namespace EmbeddedAws.Lambda.Running;

/// <summary>How many processes of functions the machine takes: at the same time, and being started.</summary>
internal sealed class ProcessLimits : IDisposable
{
    private readonly SemaphoreSlim _starts = new(2 * Environment.ProcessorCount);
    private readonly SemaphoreSlim _processes = new(Math.Max(16, 8 * Environment.ProcessorCount));
    private int _wanted;

    /// <summary>Whether one more may be there.</summary>
    public bool HasRoom => _processes.CurrentCount > 0;

    /// <summary>Whether somebody waits for one to end.</summary>
    public bool AreWanted => Volatile.Read(ref _wanted) > 0;

    /// <summary>Waits until a process may be there; <see cref="Leave"/> must follow.</summary>
    /// <param name="makeRoom">Ends a process that has nothing to do.</param>
    public async Task EnterAsync(Action makeRoom)
    {
        if (await _processes.WaitAsync(TimeSpan.Zero))
            return;
        Interlocked.Increment(ref _wanted);
        makeRoom();
        await _processes.WaitAsync();
        Interlocked.Decrement(ref _wanted);
    }

    /// <summary>A process has ended.</summary>
    public void Leave() => _processes.Release();

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

    public void Dispose()
    {
        _starts.Dispose();
        _processes.Dispose();
    }
}
