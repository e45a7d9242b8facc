using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Scheduler;

/// <summary>The schedules, and the timers that run them. A run that would have been while the cloud was stopped is left out.</summary>
internal sealed class Schedules : IDisposable
{
    /// <summary>A timer of .NET takes 49 days at most.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, ITimer> _timers = [];
    private readonly ResourceStore _store;
    private readonly ScheduleTarget _target;
    private readonly TimeProvider _time;
    private bool _isDisposed;

    public Schedules(ResourceStore store, ScheduleTarget target, TimeProvider time)
    {
        (_store, _target, _time) = (store, target, time);
        foreach (var schedule in List(""))
            Plan(schedule, after: time.GetUtcNow());
    }

    public Schedule Get(string name) => _store.Find<Schedule>(name) ?? throw NotFound(name);

    public IReadOnlyList<Schedule> List(string prefix) => _store.List<Schedule>(prefix);

    public static AwsException NotFound(string name) => new(404, "ResourceNotFoundException", $"Schedule {name} does not exist.");

    /// <summary>Changes a schedule.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="change">Gives the new one for the one that is there, or null; null deletes it.</param>
    public async Task ChangeAsync(string name, Func<Schedule?, Schedule?> change)
    {
        var after = await _store.ChangeAsync(resources =>
        {
            var changed = change(resources.Find<Schedule>(name));
            if (changed is null)
                resources.Delete<Schedule>(name);
            else
                resources.Put(name, changed);
            return changed;
        });
        if (after is null)
            Stop(name);
        else
            Plan(after, after: after.Modified.AddTicks(-1)); // A rate begins with its start, which may be this moment.
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            foreach (var timer in _timers.Values)
                timer.Dispose();
            _timers.Clear();
        }
    }

    private void Plan(Schedule schedule, DateTimeOffset after)
    {
        Stop(schedule.Name);
        if (schedule.Next(after) is { } next)
            Wait(schedule, next);
        else if (schedule.GoesAfterCompletion && schedule.IsEnabled && after >= schedule.Modified)
            _ = ChangeAsync(schedule.Name, current => current == schedule ? null : current);
    }

    private void Wait(Schedule schedule, DateTimeOffset next)
    {
        var left = next - _time.GetUtcNow();
        if (left <= TimeSpan.Zero)
        {
            _ = Task.Run(() => Run(schedule, next));
            return;
        }

        lock (_gate)
        {
            if (!_isDisposed)
                _timers[schedule.Name] = _time.CreateTimer(_ => Run(schedule, next), null, left < LongestWait ? left : LongestWait, Timeout.InfiniteTimeSpan);
        }
    }

    private void Run(Schedule schedule, DateTimeOffset next)
    {
        if (_store.Find<Schedule>(schedule.Name) != schedule)
            return; // It was changed at this moment.
        if (_time.GetUtcNow() < next)
        {
            Wait(schedule, next);
            return;
        }

        _target.Invoke(schedule, next);
        Plan(schedule, after: next);
    }

    private void Stop(string name)
    {
        lock (_gate)
        {
            if (_timers.Remove(name, out var timer))
                timer.Dispose();
        }
    }
}
