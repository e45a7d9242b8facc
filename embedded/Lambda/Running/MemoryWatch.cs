using System.Diagnostics;

namespace EmbeddedAws.Lambda.Running;

/// <summary>Looks ten times a second how much memory a process has, and ends one that has more than its function may.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private const long Megabyte = 1024 * 1024;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly Process _process;
    private readonly int _limit;
    private readonly ITimer _timer;
    private long _most;
    private bool _ended;

    /// <param name="process">The process.</param>
    /// <param name="limit">What it may have, in MB.</param>
    /// <param name="time">The clock.</param>
    public MemoryWatch(Process process, int limit, TimeProvider time)
    {
        (_process, _limit) = (process, limit);
        _timer = time.CreateTimer(_ => Look(), null, Interval, Interval);
    }

    /// <summary>The most that it had, in MB.</summary>
    public long Most => Math.Min(Interlocked.Read(ref _most), _limit);

    /// <summary>Whether it had too much, and was ended for that. Its exit code does not tell: on Windows it is the same as of any process that is killed.</summary>
    public bool HasKilled { get; private set; }

    /// <summary>Looks now.</summary>
    public void Look()
    {
        // What .NET knows of a process is not made for several threads.
        lock (_gate)
        {
            try
            {
                if (!_ended)
                    LookAt(_process);
            }
#pragma warning disable CA1031 // It has ended, or cannot be read now and will be later; on a thread of the timer any exception would end the cloud.
            catch (Exception)
#pragma warning restore CA1031
            {
                return;
            }
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        lock (_gate)
            _ended = true;
    }

    private void LookAt(Process process)
    {
        process.Refresh();
        var used = process.WorkingSet64 / Megabyte;
        if (used > Interlocked.Read(ref _most))
            Interlocked.Exchange(ref _most, used);
        if (used <= _limit)
            return;
        HasKilled = true;
        ProcessTree.Kill(process);
    }
}
