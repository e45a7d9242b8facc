using System.Collections.Concurrent;
using System.Diagnostics;
using ImageService.Mutants.Testing;

namespace ImageService.Mutants;

/// <summary>Tests mutants, one after the other, in a process that goes on as long as it can.</summary>
internal sealed class MutantRun(RunOptions options, TestPlan plan, ConcurrentQueue<SourceMutant> queue, Action<SourceMutant, MutantResult> report, int number) : IDisposable
{
    private const int BetweenChecks = 40;
    private const int Starts = 3;
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);
    private static readonly (int Tests, int Milliseconds)[] BatchSizes = [(5, 300), (25, 1000), (100, 3000), (400, 10_000), (int.MaxValue, int.MaxValue)];

    private readonly List<SourceMutant> _unchecked = [];
    private WorkerProcess? _worker;

    /// <summary>Tests until no mutant is left.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested && queue.TryDequeue(out var mutant))
        {
            var result = await TestAsync(mutant);
            report(mutant, result);
            if (result.Outcome == Outcome.Killed)
                _unchecked.Add(mutant);
            if (_unchecked.Count >= BetweenChecks)
                await CheckAsync();
        }
    }

    public void Dispose() => _worker?.Dispose();

    private async Task<MutantResult> TestAsync(SourceMutant mutant)
    {
        var started = Stopwatch.GetTimestamp();
        var tests = plan.For(mutant, options.Budget);
        MutantResult Result(Outcome outcome, int ran, string? killer, string? message) =>
            new(mutant.Id, outcome, plan.CountOf(mutant.Id), ran, killer, message, (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        if (tests.Count == 0)
            return Result(Outcome.NotCovered, 0, null, null);

        var (killer, message, hit, ran) = await RunAsync(mutant.Id, tests);
        if (killer is null && !hit)
        {
            // What it changes was made before, so a process is needed in which it is on from the start.
            (killer, message, _, ran) = await TryStartAsync(mutant.Id)
                ? await RunAsync(mutant.Id, plan.For(mutant, options.Budget, isMadeOnce: true))
                : ("(no answer)", "when the process starts", true, 0);
            await RestartAsync();
        }

        if (killer is null)
            return Result(Outcome.Survived, ran, null, null);
        plan.Killed(mutant, killer);
        return Result(Outcome.Killed, ran, killer, message);
    }

    private async Task<(string? Killer, string? Message, bool Hit, int Ran)> RunAsync(int mutant, List<TestReach> tests)
    {
        var batches = Batches(tests).ToList();
        var (hit, ran) = (false, 0);
        if (_worker is null)
            await RestartAsync();
        _worker!.Send(new Order(mutant, [.. batches.Select(batch => batch.Select(test => test.Test).ToList())]));
        foreach (var batch in batches)
        {
            // What hangs is killed by it. Ordinary tests wait for some seconds when another worker starts.
            var milliseconds = batch.Sum(test => test.Milliseconds);
            var limit = TimeSpan.FromMilliseconds(8_000 + Math.Max(Math.Min(5 * milliseconds, 5_000), 2 * milliseconds));
            var end = await _worker.ReadAsync<BatchEnd>(limit);
            if (end is null)
            {
                await RestartAsync();
                return ("(no answer)", $"within {limit.TotalSeconds} s", true, ran);
            }

            hit |= end.Hit;
            ran += end.Ran;
            if (end.Failed is not null)
                return (end.Failed, end.Message, true, ran);
        }

        return (null, null, hit, ran);
    }

    /// <summary>A mutant may leave something behind that makes tests fail: then those since the last check say nothing, and come again.</summary>
    private async Task CheckAsync()
    {
        _worker!.Send(new Order(0, [[], plan.Check]));
        var end = await _worker.ReadAsync<BatchEnd>(TimeSpan.FromSeconds(60)) is null ? null : await _worker.ReadAsync<BatchEnd>(TimeSpan.FromSeconds(60));
        if (end?.Failed is not null || end is null)
        {
            Console.WriteLine($"The worker is not in order ({end?.Failed}: {end?.Message}): the last {_unchecked.Count} again.");
            foreach (var mutant in _unchecked)
                queue.Enqueue(mutant);
            await RestartAsync();
        }

        _unchecked.Clear();
    }

    /// <summary>Starts a worker without a mutant. On a busy machine one start may take too long.</summary>
    /// <exception cref="InvalidOperationException">It does not start.</exception>
    private async Task RestartAsync()
    {
        for (var starts = 1; !await TryStartAsync(0); starts++)
        {
            if (starts == Starts)
                throw new InvalidOperationException($"No worker can test with {options.Suite}. Run the suite by dotnet test to see why.");
        }
    }

    /// <summary>Starts a worker, and waits until it can test at full speed; or at least until it is there, where it has a mutant.</summary>
    /// <returns>False where it ended, or took too long.</returns>
    private async Task<bool> TryStartAsync(int mutant)
    {
        _worker?.Dispose();
        _worker = WorkerProcess.Start(options.Suite, options.Assembly, number, mutant);
        _worker.Send(new Order(mutant, [mutant == 0 ? plan.Check : []]));
        return await _worker.ReadAsync<BatchEnd>(StartLimit) is not null;
    }

    private static IEnumerable<List<TestReach>> Batches(List<TestReach> tests)
    {
        var start = 0;
        for (var i = 0; start < tests.Count; i++)
        {
            var (most, longest) = BatchSizes[i];
            var milliseconds = 0L;
            var batch = tests.Skip(start).Take(most).TakeWhile((test, index) => (milliseconds += test.Milliseconds) < longest || index == 0).ToList();
            start += batch.Count;
            yield return batch;
        }
    }
}
