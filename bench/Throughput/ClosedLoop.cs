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
    public static async Task WarmUpAsync(IEnumerable<BenchOperation> operations)
    {
        foreach (var operation in operations)
            await LoopAsync(Many, FirstWarmup, operation, new Counter());
    }

    /// <summary>Measures an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="connections">How many clients send it.</param>
    /// <param name="server">The server, which tells what it used; null where that is not known.</param>
    public async Task<Sample> RunAsync(BenchOperation operation, int connections, Server? server)
    {
        var sent = new Counter();
        await LoopAsync(connections, Warmup, operation, sent);
        var before = server is null || operation.Before is not null ? null : await server.UsageAsync();
        var times = await LoopAsync(connections, length, operation, sent);
        var used = before is null ? null : await server!.UsageAsync() - before;
        times.Sort();
        return new Sample(
            operation.Name,
            connections,
            connections * times.Count / (times.Sum() / 1000),
            times[times.Count / 2],
            times[Math.Min(times.Count - 1, times.Count * 99 / 100)],
            used?.CpuMilliseconds / times.Count,
            used?.AllocatedBytes / times.Count);
    }

    private static async Task<List<double>> LoopAsync(int connections, TimeSpan length, BenchOperation operation, Counter sent)
    {
        var end = Stopwatch.GetTimestamp() + (long)(length.TotalSeconds * Stopwatch.Frequency);
        var clients = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            var times = new List<double>();
            do
            {
                var number = sent.Next();
                await (operation.Before?.Invoke(number) ?? Task.CompletedTask);
                var started = Stopwatch.GetTimestamp();
                await operation.Send(number);
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
            while (Stopwatch.GetTimestamp() < end);
            return times;
        })));
        return [.. clients.SelectMany(times => times)];
    }

    private sealed class Counter
    {
        private int _last;

        public int Next() => Interlocked.Increment(ref _last);
    }
}
