using System.Collections.Concurrent;
using ImageService.E2E.Clouds;

namespace ImageService.E2E.Crashes;

/// <summary>
/// Whatever goes wrong at whichever call to AWS: after a restart the invariants hold, what was answered is so, and the same request succeeds. A run of the suite
/// tries one of them at each call, and kills one process; with <c>IMAGE_SERVICE_CRASHES=all</c> all of them, which leaves their table in <c>e2e/TestResults/crashes</c>.
/// </summary>
[NotOnLocalStack("Its S3 and DynamoDB cannot be told to fail, and it is not ours to kill.")]
public sealed class CrashTests
{
    private static readonly bool Whole = Environment.GetEnvironmentVariable("IMAGE_SERVICE_CRASHES") == "all";

    private static IEnumerable<string> Operations => CrashedOperation.All.Select(operation => operation.Name);

    [TestCaseSource(nameof(Operations))]
    public async Task A_fault_at_a_call_leaves_nothing_broken(string name)
    {
        var operation = CrashedOperation.All.Single(operation => operation.Name == name);
        var points = await CrashPoint.OfAsync(operation);
        var answers = new ConcurrentDictionary<(CrashPoint, CrashFault), string>();

        await Parallel.ForEachAsync(points.SelectMany(FaultsAt), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (cell, _) =>
            answers[cell] = await cell.Point.RunAsync(cell.Fault));

        if (Whole)
            await CrashTable.WriteAsync(operation, points, answers);
        Assert.That(answers, Has.Count.EqualTo(points.SelectMany(FaultsAt).Count()));
    }

    private static IEnumerable<(CrashPoint Point, CrashFault Fault)> FaultsAt(CrashPoint point, int place)
    {
        var operation = CrashedOperation.All.ToList().IndexOf(point.Operation);
        IEnumerable<CrashFault> few = [CrashFault.OneOf(operation + place), .. (operation, place) == (0, 0) ? [CrashFault.Kill] : Array.Empty<CrashFault>()];
        return (Whole ? CrashFault.All : few).Select(fault => (point, fault));
    }
}
