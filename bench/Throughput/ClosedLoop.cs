using System.Diagnostics;

namespace ImageService.Bench.Throughput;

/// <summary>Sends an operation from a number of clients for some time, each one request after another.</summary>
/// <param name="length">How long it is measured.</param>
internal sealed class ClosedLoop(TimeSpan length)
{
    private const int Many = 16;

    /// <summary>Fills caches and opens connections.</summary>
    private static readonly TimeSpan Warmup = TimeSpan.FromMilliseconds(700);

    /// <summary>Until the runtime has compiled what is used for the second time, with what it has learned from the first calls.</summary>
    private static readonly TimeSpan FirstWarmup = TimeSpan.FromSeconds(1.5);

    /// <summary>Sends operations before anything is measured, since a server is slow as long as the runtime compiles: each operation helps those after it.</summary>
    public static async Task WarmUpAsync(IEnumerable<(string Name, Func<int, Task> Send)> operations)
    {
        foreach (var (_, send) in operations)
        {
            var sent = 0;
            await LoopAsync(Many, FirstWarmup, () => send(Interlocked.Increment(ref sent)));
        }
    }

    /// <summary>Measures an operation.</summary>
    /// <param name="operation">Its name.</param>
    /// <param name="connections">How many clients send it.</param>
    /// <param name="send">Sends it once; the number is another each time.</param>
    /// <param name="server">What the server used; null where it is not known.</param>
    public async Task<Sample> RunAsync(string operation, int connections, Func<int, Task> send, Server? server)
    {
        var sent = 0;
        await LoopAsync(connections, Warmup, () => send(Interlocked.Increment(ref sent)));
        var before = server is null ? null : await server.UsageAsync();
        var started = Stopwatch.GetTimestamp();
        var times = await LoopAsync(connections, length, () => send(Interlocked.Increment(ref sent)));
        var elapsed = Stopwatch.GetElapsedTime(started);
        var used = before is null ? null : await server!.UsageAsync() - before;
        times.Sort();
        return new Sample(
            operation,
            connections,
            times.Count / elapsed.TotalSeconds,
            times[times.Count / 2],
            times[Math.Min(times.Count - 1, times.Count * 99 / 100)],
            used?.CpuMilliseconds / times.Count,
            used?.AllocatedBytes / times.Count);
    }

    private static async Task<List<double>> LoopAsync(int connections, TimeSpan length, Func<Task> send)
    {
        var end = Stopwatch.GetTimestamp() + (long)(length.TotalSeconds * Stopwatch.Frequency);
        var clients = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            var times = new List<double>();
            do
            {
                var started = Stopwatch.GetTimestamp();
                await send();
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
            while (Stopwatch.GetTimestamp() < end);
            return times;
        })));
        return [.. clients.SelectMany(times => times)];
    }
}
