using System.Diagnostics;
using NUnit.Framework.Constraints;

namespace ImageService.E2E.Client;

/// <summary>Waits for what indexes of DynamoDB show after a moment only. The suite waits nowhere else.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>Asserts that what is read fits the constraint within 5 s.</summary>
    public static async Task That<T>(Func<Task<T>> read, IResolveConstraint expression)
    {
        var constraint = expression.Resolve();
        Assert.That(await Read(read, constraint), constraint);
    }

    /// <summary>Reads until it fits the constraint, for 5 s at most, or another time.</summary>
    /// <returns>What was read last.</returns>
    public static async Task<T> Read<T>(Func<Task<T>> read, IConstraint constraint, TimeSpan? limit = null)
    {
        var started = Stopwatch.GetTimestamp();
        var actual = await read();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!constraint.ApplyTo(actual).IsSuccess && Stopwatch.GetElapsedTime(started) < (limit ?? Limit))
        {
            await timer.WaitForNextTickAsync();
            actual = await read();
        }

        return actual;
    }
}
