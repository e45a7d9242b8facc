using System.Collections.Concurrent;
using System.Globalization;

namespace EmbeddedAws.Tests.Hostile;

/// <summary>
/// Sends random calls, each made from its own seed. A usual run sends a few hundred of each kind; <c>IMAGE_SERVICE_HOSTILE=5000</c> more. A
/// failure prints the seed; <c>IMAGE_SERVICE_SEED</c> repeats it.
/// </summary>
internal static class HostileRun
{
    /// <summary>How many problems a failure prints.</summary>
    private const int Shown = 10;

    private static readonly int Calls = int.Parse(Environment.GetEnvironmentVariable("IMAGE_SERVICE_HOSTILE") ?? "500", CultureInfo.InvariantCulture);

    private static readonly int Seed = int.Parse(Environment.GetEnvironmentVariable("IMAGE_SERVICE_SEED") ?? $"{Random.Shared.Next()}", CultureInfo.InvariantCulture);

    /// <summary>Sends them, four at a time.</summary>
    /// <param name="endpoint">The cloud.</param>
    /// <param name="next">Makes a call.</param>
    /// <returns>What went wrong, with what repeats it.</returns>
    public static async Task<IReadOnlyCollection<string>> SendAsync(Uri endpoint, Func<Random, HostileCall> next)
    {
        var client = new HostileClient(endpoint);
        var problems = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(Enumerable.Range(0, Calls), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, _) =>
        {
            var call = next(new Random(unchecked(Seed + number)));
            if (await ProblemAsync(client, call) is { } problem)
                problems.Enqueue($"{problem}: IMAGE_SERVICE_SEED={unchecked(Seed + number)} IMAGE_SERVICE_HOSTILE=1\n{call}");
        });
        return [.. problems.Take(Shown)];
    }

    private static async Task<string?> ProblemAsync(HostileClient client, HostileCall call)
    {
        try
        {
            var answer = await client.SendAsync(call);
            return answer.ProblemWith(call) is { } problem ? $"{problem}\n{answer}\n" : null;
        }
        catch (OperationCanceledException)
        {
            return "no answer in time";
        }
    }
}
