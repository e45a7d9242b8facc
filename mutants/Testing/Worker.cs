using System.Reflection;
using System.Text.Json;

namespace ImageService.Mutants.Testing;

/// <summary>
/// The process that runs tests, in the folder of the built suite: it loads the suite once, and runs it again and again with another mutant. It reads a line of
/// JSON for each order, and answers with lines of JSON.
/// </summary>
internal static class Worker
{
    /// <summary>Serves until its input ends.</summary>
    /// <param name="suite">The name of the assembly with the tests.</param>
    /// <param name="mutated">The name of the assembly with the mutants.</param>
    /// <param name="reach">The file in which mutants note that they were reached; the worker then runs all tests once, without an order.</param>
    /// <param name="leaveOut">Parts of names of tests that do not run.</param>
    public static int Run(string suite, string mutated, string? reach, string[] leaveOut)
    {
        // Tests print too.
        using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        Console.SetOut(TextWriter.Null);
        Console.SetError(TextWriter.Null);

        var assembly = Assembly.Load(suite);
        var mutant = Assembly.Load(mutated).GetType("Mutant", throwOnError: true)!;
        void Say<T>(T answer) => output.WriteLine(JsonSerializer.Serialize(answer));

        if (reach is not null)
        {
            LoadedTests.RunOneByOne(assembly, name => !leaveOut.Any(part => name.Contains(part, StringComparison.Ordinal)), new ReachListener(reach, Say));
            return 0;
        }

        var tests = new LoadedTests(assembly);
        var active = mutant.GetField("Active")!;
        var hit = mutant.GetField("Hit")!;
        while (Console.In.ReadLine() is { } line)
        {
            var order = JsonSerializer.Deserialize<Order>(line)!;
            Environment.SetEnvironmentVariable("MUTANT", $"{order.Mutant}");
            active.SetValue(null, order.Mutant);
            hit.SetValue(null, false);
            foreach (var (index, batch) in order.Batches.Index())
            {
                var listener = new FailureListener();
                tests.Run(batch, index > 0, listener);
                Say(new BatchEnd(listener.Failed, listener.Message, (bool)hit.GetValue(null)!, listener.Ran));
                if (listener.Failed is not null)
                    break;
            }

            active.SetValue(null, 0);
        }

        return 0;
    }
}
