namespace ImageService.Mutants;

/// <summary>What came of a mutant.</summary>
/// <param name="Mutant">Its number.</param>
/// <param name="Outcome">killed, survived, or not covered.</param>
/// <param name="Tests">How many tests reach it.</param>
/// <param name="Ran">How many of them ran.</param>
/// <param name="KilledBy">The test that failed, or what happened to the process.</param>
/// <param name="Message">Why it failed.</param>
/// <param name="Milliseconds">How long it took.</param>
internal sealed record MutantResult(int Mutant, Outcome Outcome, int Tests, int Ran, string? KilledBy, string? Message, int Milliseconds);

/// <summary>Whether a test tells the mutant from the original.</summary>
internal enum Outcome
{
    Killed,
    Survived,
    NotCovered,
}
