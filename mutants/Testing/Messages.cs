namespace ImageService.Mutants.Testing;

/// <summary>What the worker is asked: to run tests in this order, some at a time, with a mutant switched on, up to the first that fails.</summary>
/// <param name="Mutant">The mutant; 0 for none.</param>
/// <param name="Batches">The names of the tests. The first batch runs one test after the other, later ones several at once.</param>
internal sealed record Order(int Mutant, IReadOnlyList<IReadOnlyList<string>> Batches);

/// <summary>What the worker says: a batch is done.</summary>
/// <param name="Failed">The test that failed, if any.</param>
/// <param name="Message">Why it failed.</param>
/// <param name="Hit">Whether the mutant was executed in the process.</param>
/// <param name="Ran">How many tests have run.</param>
internal sealed record BatchEnd(string? Failed, string? Message, bool Hit, int Ran);

/// <summary>What the worker says when it looks which mutants a test reaches.</summary>
/// <param name="Test">The name of the test.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Passed">Whether it passed; otherwise it cannot tell a mutant.</param>
/// <param name="Reached">The mutants that were executed.</param>
internal sealed record TestReach(string Test, int Milliseconds, bool Passed, IReadOnlyList<int> Reached);
