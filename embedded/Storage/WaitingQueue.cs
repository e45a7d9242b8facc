namespace EmbeddedAws.Storage;

/// <summary>
/// What waits for one thread. That thread sleeps while there is nothing: BlockingCollection spins first, which costs more than all else
/// where writes come one at a time.
/// </summary>
internal sealed class WaitingQueue<T>
{
    private readonly Queue<T> _waiting = [];
    private bool _closed;

    /// <summary>Adds to the end.</summary>
    /// <exception cref="InvalidOperationException">The queue is closed.</exception>
    public void Add(T item)
    {
        lock (_waiting)
        {
            if (_closed)
                throw new InvalidOperationException("The queue is closed.");
            _waiting.Enqueue(item);
            Monitor.Pulse(_waiting);
        }
    }

    /// <summary>Takes no more; what waits can still be taken.</summary>
    public void Close()
    {
        lock (_waiting)
        {
            _closed = true;
            Monitor.PulseAll(_waiting);
        }
    }

    /// <summary>Waits for something, and takes what there is then, in its order.</summary>
    /// <returns>Nothing once the queue is closed and empty.</returns>
    public List<T> Take(int most)
    {
        lock (_waiting)
        {
            while (_waiting.Count == 0 && !_closed)
                Monitor.Wait(_waiting);
            var taken = new List<T>(Math.Min(most, _waiting.Count));
            while (taken.Count < most && _waiting.TryDequeue(out var item))
                taken.Add(item);
            return taken;
        }
    }
}
