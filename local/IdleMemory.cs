namespace ImageService.Local;

/// <summary>
/// Gives memory back when the program has come to rest. The garbage collector runs when something is allocated: after the last of many uploads it
/// would keep all of them.
/// </summary>
internal sealed class IdleMemory : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>What is allocated within an interval at rest, at most, and what is worth a collection.</summary>
    private const long Little = 16 * 1024 * 1024;

    private readonly Timer _timer;
    private long _allocated;
    private long _collected;

    public IdleMemory() => _timer = new Timer(_ => Look(), null, Interval, Interval);

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        var allocated = GC.GetTotalAllocatedBytes();
        var isAtRest = allocated - _allocated < Little;
        _allocated = allocated;
        if (!isAtRest || allocated - _collected < Little)
            return;
        // This mode alone returns the memory to the system at once.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        _collected = allocated;
    }
}
