using Microsoft.Extensions.Time.Testing;

namespace EmbeddedAws.Tests.ApiGateway;

/// <summary>A clock that a test moves, and that tells when something has begun to wait for it.</summary>
internal sealed class WatchedTime() : FakeTimeProvider(DateTimeOffset.UtcNow)
{
    private readonly TaskCompletionSource _armed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the first timer is set that goes off once: the cloud has others, for what it does again and again.</summary>
    public Task TimerArmed => _armed.Task;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime != Timeout.InfiniteTimeSpan && period == Timeout.InfiniteTimeSpan)
            _armed.TrySetResult();
        return timer;
    }
}
