using EmbeddedAws.ControlPlane;
using EmbeddedAws.Host;

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

    public Schedules(ResourceStore store, ScheduleTarget target, TimeProvider time, TextWriter errors)
    {
        (_store, _target, _time) = (store, target, time);
        foreach (var schedule in List(""))
        {
            try
            {
                Plan(schedule, after: time.GetUtcNow());
            }
            catch (AwsException refusal)
            {
                // Another machine may have made it, which has other time zones: the rest of the cloud starts.
                errors.WriteLine($"The schedule {schedule.Name} does not run: {LogText.Line(refusal.Message)}");
            }
        }
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
            Stop(name, stored: null);
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
        if (schedule.Next(after) is { } next)
            Wait(schedule, next);
        else if (schedule.GoesAfterCompletion && schedule.IsEnabled && after >= schedule.Modified)
            _ = CompleteAsync(schedule);
        else
            Stop(schedule.Name, stored: schedule);
    }

    /// <summary>Sets the timer of a schedule, unless it was changed in the meantime: then the timer is that of the change.</summary>
    private void Wait(Schedule schedule, DateTimeOffset next)
    {
        lock (_gate)
        {
            if (_isDisposed || _store.Find<Schedule>(schedule.Name) != schedule)
                return;
            RemoveTimer(schedule.Name);
            var left = next - _time.GetUtcNow();
            if (left > TimeSpan.Zero)
                _timers[schedule.Name] = _time.CreateTimer(_ => Run(schedule, next), null, left < LongestWait ? left : LongestWait, Timeout.InfiniteTimeSpan);
            else
                _ = Task.Run(() => Run(schedule, next));
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

    private async Task CompleteAsync(Schedule schedule)
    {
        await _store.ChangeAsync(resources =>
        {
            if (resources.Find<Schedule>(schedule.Name) == schedule)
                resources.Delete<Schedule>(schedule.Name);
            return true;
        });
        Stop(schedule.Name, stored: null);
    }

    /// <summary>Removes the timer of a schedule that is to run no more, unless it was changed in the meantime.</summary>
    private void Stop(string name, Schedule? stored)
    {
        lock (_gate)
        {
            if (_store.Find<Schedule>(name) == stored)
                RemoveTimer(name);
        }
    }

    private void RemoveTimer(string name)
    {
        if (_timers.Remove(name, out var timer))
            timer.Dispose();
    }
}
