using System.Text.RegularExpressions;
using ImageService.Mutants.Testing;

namespace ImageService.Mutants;

/// <summary>Which tests are to kill a mutant, in which order: those that killed its neighbors or are named like its file come first, then quick ones that reach little else.</summary>
internal sealed partial class TestPlan
{
    private const int Overhead = 20;
    private const int Near = 12;

    private readonly Dictionary<int, HashSet<TestReach>> _reaching = [];
    private readonly List<TestReach> _all;
    private readonly Dictionary<string, HashSet<TestReach>> _reachingFile = [];
    private readonly List<TestReach> _spread;
    private readonly HashSet<int> _atStart;
    private readonly Dictionary<string, List<(int Line, string Test)>> _kills = [];

    public TestPlan(IReadOnlyDictionary<int, SourceMutant> mutants, IReadOnlyCollection<TestReach> reach)
    {
        _atStart = [.. reach.TakeWhile(test => test.Test.Length == 0).SelectMany(test => test.Reached)];
        _all = [.. reach.Where(test => test.Test.Length > 0).GroupBy(test => test.Test).Where(test => test.All(one => one.Passed))
            .Select(test => new TestReach(test.Key, test.Sum(one => one.Milliseconds), true, [.. test.SelectMany(one => one.Reached).Distinct()]))];
        // The quickest of each class, then the second ones, and so on: what is made when the cloud starts may be anything.
        _spread = [.. _all.GroupBy(test => test.Test[..test.Test.LastIndexOf('.')]).SelectMany(tests => tests.OrderBy(Cost).Index()).OrderBy(test => test.Index).ThenBy(test => Cost(test.Item)).Select(test => test.Item)];
        foreach (var test in _all)
        {
            foreach (var mutant in test.Reached)
            {
                (_reaching.TryGetValue(mutant, out var tests) ? tests : _reaching[mutant] = []).Add(test);
                if (!mutants.TryGetValue(mutant, out var source))
                    continue;
                var file = source.File;
                (_reachingFile.TryGetValue(file, out var near) ? near : _reachingFile[file] = []).Add(test);
            }
        }
    }

    /// <summary>Quick tests of all kinds, which show that a process is in order.</summary>
    public IReadOnlyList<string> Check => [.. _all.Where(test => test.Milliseconds < 100).GroupBy(test => test.Test[..test.Test.LastIndexOf('.')]).Select(group => group.First().Test).Take(20)];

    /// <summary>How many tests reach a mutant. One that is reached when the cloud starts is reached by each.</summary>
    public int CountOf(int mutant) => _atStart.Contains(mutant) ? _all.Count : _reaching.GetValueOrDefault(mutant)?.Count ?? 0;

    /// <summary>The tests for a mutant, up to this time.</summary>
    /// <param name="mutant">The mutant.</param>
    /// <param name="budget">The time in seconds.</param>
    /// <param name="isMadeOnce">Whether only the first test reaches it, since what it changes is made once: then all tests count that reach its file.</param>
    public List<TestReach> For(SourceMutant mutant, int budget, bool isMadeOnce = false)
    {
        lock (_kills)
        {
            var kills = _kills.GetValueOrDefault(mutant.File, []).GroupBy(kill => kill.Test)
                .ToDictionary(test => test.Key, test => test.Sum(kill => Math.Abs(kill.Line - mutant.Line) <= Near ? 4 : 1));
            var reaching = isMadeOnce ? _reachingFile[mutant.File] : _reaching.GetValueOrDefault(mutant.Id) ?? [];
            var words = Words(Path.ChangeExtension(mutant.File, null));
            int Likelihood(TestReach test) => kills.GetValueOrDefault(test.Test) + Words(test.Test[(test.Test.IndexOf("E2E.", StringComparison.Ordinal) + 4)..]).Count(words.Contains);
            var ordered = _atStart.Contains(mutant.Id) ? _spread.OrderByDescending(reaching.Contains).ThenByDescending(Likelihood) : reaching.OrderBy(test => Cost(test) / Math.Pow(1 + Likelihood(test), 2));
            var milliseconds = 0;
            bool Fits(TestReach test)
            {
                var fits = milliseconds == 0 || milliseconds + test.Milliseconds < budget * 1000;
                milliseconds += fits ? test.Milliseconds : 0;
                return fits;
            }

            return [.. ordered.Where(Fits)];
        }
    }

    /// <summary>Learns which test kills around here.</summary>
    public void Killed(SourceMutant mutant, string test)
    {
        lock (_kills)
            (_kills.TryGetValue(mutant.File, out var kills) ? kills : _kills[mutant.File] = []).Add((mutant.Line, test));
    }

    /// <summary>The words of a name without their plural: tests that are called like a file are likely to know it.</summary>
    private static HashSet<string> Words(string name) => [.. Word().Matches(name).Select(word => word.Value.ToLowerInvariant().TrimEnd('s'))];

    [GeneratedRegex("[A-Z]?[a-z]+")]
    private static partial Regex Word();

    private static double Cost(TestReach test) => (test.Milliseconds + Overhead) * (double)(test.Reached.Count + 50);
}
