using System.Collections.Concurrent;
using System.Diagnostics;

namespace ImageService.Bench.Throughput;

/// <summary>Sends an operation from a number of clients for some time, each one request after another.</summary>
/// <param name="length">How long it is measured.</param>
internal sealed class ClosedLoop(TimeSpan length)
{
    private const int Many = 16;

    /// <summary>How many things are made to be deleted.</summary>
    private const int Prepared = 1000;

    /// <summary>Fills caches and opens connections.</summary>
    private static readonly TimeSpan Warmup = TimeSpan.FromMilliseconds(700);

    /// <summary>How long all operations together are sent until the runtime has compiled them for the second time, with what it has learned from the first calls.</summary>
    private static readonly TimeSpan FirstWarmup = TimeSpan.FromSeconds(16);

    /// <summary>What each of them has of it at least.</summary>
    private static readonly TimeSpan LeastShare = TimeSpan.FromSeconds(1.5);

    /// <summary>Sends operations before anything is measured, since a server is slow as long as the runtime compiles: each operation helps those after it.</summary>
    public static async Task WarmUpAsync(IReadOnlyCollection<BenchOperation> operations)
    {
        var share = FirstWarmup / Math.Max(operations.Count, 1);
        foreach (var operation in operations)
            await LoopAsync(Many, During(share > LeastShare ? share : LeastShare, operation), operation.PrepareAndSendAsync);
    }

    /// <summary>Measures an operation: for some time, or until all that was prepared for it is used up.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="connections">How many clients send it.</param>
    /// <param name="server">The server, which tells what it used; null where that is not known.</param>
    public async Task<Sample> RunAsync(BenchOperation operation, int connections, Server? server)
    {
        await LoopAsync(connections, During(Warmup, operation), operation.PrepareAndSendAsync);
        var prepared = operation.Before is null ? null : await PrepareAsync(operation, operation.Before);
        var before = server is null ? null : await server.UsageAsync();
        var started = Stopwatch.GetTimestamp();
        var times = await LoopAsync(connections, prepared ?? During(length, operation), operation.Send);
        var elapsed = Stopwatch.GetElapsedTime(started);
        var used = before is null ? null : await server!.UsageAsync() - before;
        times.Sort();
        return new Sample(
            operation.Name,
            connections,
            times.Count / elapsed.TotalSeconds,
            times[times.Count / 2],
            times[Math.Min(times.Count - 1, times.Count * 99 / 100)],
            used?.CpuMilliseconds / times.Count,
            used?.AllocatedBytes / times.Count);
    }

    /// <summary>Numbers until some time has passed.</summary>
    private static Func<int?> During(TimeSpan length, BenchOperation operation)
    {
        var end = Stopwatch.GetTimestamp() + (long)(length.TotalSeconds * Stopwatch.Frequency);
        return () => Stopwatch.GetTimestamp() < end ? operation.NextNumber() : null;
    }

    /// <summary>The numbers for which something was prepared.</summary>
    private static async Task<Func<int?>> PrepareAsync(BenchOperation operation, Func<int, Task> before)
    {
        var prepared = new ConcurrentQueue<int>(Enumerable.Range(0, Prepared).Select(_ => operation.NextNumber()));
        await Parallel.ForEachAsync(prepared, new ParallelOptions { MaxDegreeOfParallelism = Many }, async (number, _) => await before(number));
        return () => prepared.TryDequeue(out var number) ? number : null;
    }

    private static async Task<List<double>> LoopAsync(int connections, Func<int?> next, Func<int, Task> send)
    {
        var clients = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            var times = new List<double>();
            while (next() is { } number)
            {
                var started = Stopwatch.GetTimestamp();
                await send(number);
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            return times;
        })));
        return [.. clients.SelectMany(times => times)];
    }
}
