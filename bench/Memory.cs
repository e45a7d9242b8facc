using System.Diagnostics;

namespace ImageService.Bench;

/// <summary>The memory of this process.</summary>
internal static class Memory
{
    /// <summary>What it takes now.</summary>
    public static long WorkingSet()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }

    /// <summary>The most that it takes while something is done.</summary>
    public static async Task<long> PeakOfAsync(Func<Task> action)
    {
        using var stop = new CancellationTokenSource();
        var watch = Task.Run(() => WatchAsync(stop.Token));
        await action();
        await stop.CancelAsync();
        return await watch;
    }

    private static async Task<long> WatchAsync(CancellationToken stopped)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var peak = 0L;
        while (!stopped.IsCancellationRequested)
        {
            peak = Math.Max(peak, WorkingSet());
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }

        return peak;
    }
}
