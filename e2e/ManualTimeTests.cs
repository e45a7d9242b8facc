namespace ImageService.E2E;

public sealed class ManualTimeTests
{
    [Test]
    public void A_time_limit_ends_when_the_clock_gets_there()
    {
        var time = new ManualTime();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30), time);

        time.Advance(TimeSpan.FromSeconds(29));
        var before = limit.IsCancellationRequested;
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.That((before, limit.IsCancellationRequested), Is.EqualTo((false, true)));
    }

    [Test]
    public void Timers_fire_in_order_each_at_its_own_time()
    {
        var time = new ManualTime(DateTimeOffset.UnixEpoch);
        var fired = new List<string>();
        using var every = time.CreateTimer(_ => fired.Add($"every {time.GetUtcNow().Second}"), null, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));
        using var once = time.CreateTimer(_ => fired.Add($"once {time.GetUtcNow().Second}"), null, TimeSpan.FromSeconds(3), Timeout.InfiniteTimeSpan);

        time.Advance(TimeSpan.FromSeconds(5));

        Assert.That(string.Join(", ", fired), Is.EqualTo("every 2, once 3, every 4"));
    }

    [Test]
    public void A_test_learns_when_a_timer_is_armed_and_when_it_has_fired()
    {
        var time = new ManualTime();
        var before = time.TimerArmed();
        var early = before.IsCompleted;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30), time);
        var armed = time.TimerArmed().IsCompleted;

        time.Advance(TimeSpan.FromSeconds(30));

        Assert.That((early, before.IsCompleted, armed), Is.EqualTo((false, true, true)));
        Assert.That(time.TimerArmed().IsCompleted, Is.False);
    }
}
