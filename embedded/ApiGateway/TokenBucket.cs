namespace EmbeddedAws.ApiGateway;

/// <summary>What is left of a <see cref="Throttle"/>.</summary>
internal sealed class TokenBucket(TimeProvider time)
{
    private readonly Lock _gate = new();
    private Throttle? _throttle;
    private double _tokens;
    private long _filled;

    /// <summary>Takes a token for a request, if there is one. The bucket is full at first, and when its throttle has changed.</summary>
    public bool TryTake(Throttle throttle)
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            _tokens = throttle == _throttle
                ? Math.Min(throttle.BurstLimit, _tokens + (throttle.RateLimit * time.GetElapsedTime(_filled, now).TotalSeconds))
                : throttle.BurstLimit;
            (_throttle, _filled) = (throttle, now);
            if (_tokens < 1)
                return false;
            _tokens--;
            return true;
        }
    }
}
