namespace EmbeddedAws.ApiGateway;

/// <summary>Counts the requests under way, lets no more in when the cloud is to stop, and reports when the last one has been answered.</summary>
internal sealed class Drain
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _underWay;
    private bool _stopping;

    /// <summary>Lets a request in, unless the cloud is stopping.</summary>
    public bool Enter()
    {
        lock (_gate)
        {
            if (_stopping)
                return false;
            _underWay++;
            return true;
        }
    }

    /// <summary>Says that a request that was let in is answered.</summary>
    public void Leave()
    {
        lock (_gate)
        {
            if (--_underWay == 0 && _stopping)
                _empty.TrySetResult();
        }
    }

    /// <summary>Lets no more requests in, and waits for those under way.</summary>
    public Task StopAsync()
    {
        lock (_gate)
        {
            _stopping = true;
            if (_underWay == 0)
                _empty.TrySetResult();
            return _empty.Task;
        }
    }
}
