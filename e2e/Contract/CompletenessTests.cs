namespace ImageService.E2E.Contract;

/// <summary>
/// No answer of the suite was another than described. This is the other half: all that is described was answered. It is not parallel, so NUnit
/// runs it when all others have ended.
/// </summary>
[NonParallelizable]
public sealed class CompletenessTests
{
    private static bool _compared;

    [Test]
    public async Task Each_status_of_each_operation_was_answered_to_a_real_call()
    {
        Assume.That(ExecutedTestsAttribute.LeftOut(), Is.Empty, "Only a run of the whole suite produces every status.");
        _compared = true;
        var table = new StatusTable(Description.Published, Recorder.UnderTest);

        const string path = "e2e/TestResults/statuses.md";
        var file = new FileInfo(Path.Combine(Repository.Root, path));
        file.Directory!.Create();
        await File.WriteAllTextAsync(file.FullName, table.Write());
        await TestContext.Error.WriteLineAsync($"Calls of each operation by status (slowest in ms) on {SharedCloud.Name}; also in {path}:\n{table.Write()}");

        Assert.Multiple(() =>
        {
            Assert.That(string.Join(", ", table.Missing()), Is.Empty, "described, and never answered");
            Assert.That(string.Join('\n', Recorder.UnderTest.Violations), Is.Empty, "answered, and not as described");
        });
    }

    /// <summary>Called at the very end: a run of the whole suite that was not compared must not pass for one that was.</summary>
    internal static void FailIfNothingWasCompared()
    {
        if (!_compared && ExecutedTestsAttribute.LeftOut().Count == 0)
            throw new InvalidOperationException("NUnit ran the comparison of all answers before it ran all tests.");
    }
}
