using System.Text.Json;

namespace ImageService.Mutants;

/// <summary>The mutants that no test kills, for people and for programs.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Writes <c>survivors.txt</c> and <c>survivors.json</c>.</summary>
    /// <returns>One line that sums up.</returns>
    public static string Write(RunOptions options, IReadOnlyDictionary<int, SourceMutant> mutants, IReadOnlyCollection<MutantResult> results)
    {
        var survivors = results.Where(result => result.Outcome != Outcome.Killed && mutants.ContainsKey(result.Mutant))
            .Select(result => (Mutant: mutants[result.Mutant], Result: result)).OrderBy(pair => pair.Mutant.File, StringComparer.Ordinal).ThenBy(pair => pair.Mutant.Line).ToList();
        File.WriteAllLines(options.Result("survivors.txt"), survivors.Select(pair =>
            $"{pair.Mutant}\n    {(pair.Result.Outcome == Outcome.NotCovered ? "reached by no test" : $"{pair.Result.Tests} tests reach it, {pair.Result.Ran} ran")}"));
        File.WriteAllText(options.Result("survivors.json"), JsonSerializer.Serialize(survivors.Select(pair => new { pair.Mutant, pair.Result }), Indented));
        return $"{results.Count} of {mutants.Count}: {results.Count - survivors.Count} killed, {survivors.Count(pair => pair.Result.Outcome == Outcome.Survived)} survived, "
            + $"{survivors.Count(pair => pair.Result.Outcome == Outcome.NotCovered)} not covered";
    }
}
