namespace ImageService.Local;

/// <summary>
/// Collects the bodies of requests that have been answered. They are large, and the runtime would let hundreds of MiB of them pile up while many images
/// come at once, and keep what is left when no more come: it collects only when something is allocated.
/// </summary>
internal sealed class BodyMemory : IDisposable
{
    /// <summary>How much may pile up. A collection takes some milliseconds: bodies refer to nothing.</summary>
    private const long Most = 32 * 1024 * 1024;

    /// <summary>What is allocated within an interval, at most, while the program is at rest.</summary>
    private const long AtRest = 4 * 1024 * 1024;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    private readonly Timer _timer;
    private long _answered;
    private long _allocated;
    private long _collected;

    public BodyMemory() => _timer = new Timer(_ => CollectAtRest(), null, Interval, Interval);

    /// <summary>Notes that a request is answered.</summary>
    public void Answered(int bodyLength)
    {
        if (Interlocked.Add(ref _answered, bodyLength) >= Most && Interlocked.Exchange(ref _answered, 0) >= Most)
            GC.Collect();
    }

    public void Dispose() => _timer.Dispose();

    private void CollectAtRest()
    {
        var allocated = GC.GetTotalAllocatedBytes();
        var isAtRest = allocated - _allocated < AtRest;
        _allocated = allocated;
        if (!isAtRest || allocated - _collected < Most)
            return;
        // This mode alone gives the memory back to the system at once.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        _collected = allocated;
    }
}
