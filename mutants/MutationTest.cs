using System.Collections.Concurrent;
using ImageService.Mutants.Testing;

namespace ImageService.Mutants;

/// <summary>The whole: prepares, tests what has not been tested, reports.</summary>
internal static class MutationTest
{
    public static async Task<int> RunAsync(RunOptions options, CancellationToken cancellation)
    {
        Directory.CreateDirectory(options.Folder);
        void Log(string line) => Console.WriteLine($"{DateTime.Now:HH:mm:ss} {line}");
        var mutants = Preparation.Build(options, Log);
        if (mutants.Count == 0)
            return 0;
        WorkerProcess.Install(options.Suite);
        var all = mutants.ToDictionary(mutant => mutant.Id);
        var plan = new TestPlan(all, await Preparation.ReachAsync(options, mutants.Max(mutant => mutant.Id), Log));

        var file = options.Result("results.jsonl");
        var results = new ConcurrentDictionary<int, MutantResult>();
        foreach (var result in JsonLines.Read<MutantResult>(file))
        {
            results[result.Mutant] = result;
            if (result.KilledBy is { } killer)
                plan.Killed(all[result.Mutant], killer);
        }

        var chosen = mutants.Where(mutant => mutant.File.Contains(options.Files, StringComparison.OrdinalIgnoreCase)).ToList();
        if (options.Sample is { } count)
            chosen = [.. Shuffled(chosen, options.Seed).Take(count)];
        else
            // Every tenth first, so that early results are of the whole.
            chosen = [.. chosen.OrderBy(mutant => mutant.Id % 10)];
        var queue = new ConcurrentQueue<SourceMutant>(chosen.Where(mutant => !results.TryGetValue(mutant.Id, out var result) || (options.Again && result.Outcome == Outcome.Survived)));
        Log($"{queue.Count} of {chosen.Count} mutants are to be tested");

        void Done(SourceMutant mutant, MutantResult result)
        {
            results[mutant.Id] = result;
            lock (queue)
                JsonLines.Append(file, result);
            if (result.Outcome != Outcome.Killed)
                Log($"{result.Outcome}, {result.Tests} tests, {result.Milliseconds} ms: {mutant}");
            if (results.Count % 100 == 0)
                Log(Report.Write(options, all, [.. results.Values]));
        }

        var runs = Enumerable.Range(1, options.Workers).Select(number => new MutantRun(options, plan, queue, Done, number)).ToList();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        async Task RunAsync(MutantRun run)
        {
            try
            {
                await run.RunAsync(stop.Token);
            }
            catch
            {
                // Otherwise the failure is seen hours later, when the others are done.
                await stop.CancelAsync();
                throw;
            }
        }

        try
        {
            await Task.WhenAll(runs.Select(run => Task.Run(() => RunAsync(run), CancellationToken.None)));
        }
        finally
        {
            runs.ForEach(run => run.Dispose());
        }

        Log(Report.Write(options, all, [.. results.Values]));
        Log($"see {options.Result("survivors.txt")}");
        return 0;
    }

    private static SourceMutant[] Shuffled(IEnumerable<SourceMutant> mutants, int seed)
    {
        var all = mutants.ToArray();
        new Random(seed).Shuffle(all);
        return all;
    }
}
