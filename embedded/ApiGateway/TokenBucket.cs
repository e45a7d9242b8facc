namespace EmbeddedAws.ApiGateway;

/// <summary>What is left of a <see cref="Throttle"/>.</summary>
internal sealed class TokenBucket(Throttle throttle, TimeProvider time)
{
    private readonly Lock _gate = new();
    private double _tokens = throttle.BurstLimit;
    private long _filled = time.GetTimestamp();

    /// <summary>Takes a token for a request, if there is one.</summary>
    public bool TryTake()
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            _tokens = Math.Min(throttle.BurstLimit, _tokens + (throttle.RateLimit * time.GetElapsedTime(_filled, now).TotalSeconds));
            _filled = now;
            if (_tokens < 1)
                return false;
            _tokens--;
            return true;
        }
    }
}
