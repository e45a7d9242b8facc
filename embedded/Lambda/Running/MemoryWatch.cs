using System.Diagnostics;

namespace EmbeddedAws.Lambda.Running;

/// <summary>Looks ten times a second how much memory a process has, and ends one that has more than its function may.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private const long Megabyte = 1024 * 1024;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly Process _process;
    private readonly int _limit;
    private readonly ITimer _timer;
    private long _most;

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

    /// <summary>Looks now.</summary>
    public void Look()
    {
        try
        {
            _process.Refresh();
            var used = _process.WorkingSet64 / Megabyte;
            if (used > Interlocked.Read(ref _most))
                Interlocked.Exchange(ref _most, used);
            if (used > _limit)
                _process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended.
        }
    }

    public void Dispose() => _timer.Dispose();
}
