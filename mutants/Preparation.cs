using ImageService.Mutants.Testing;

namespace ImageService.Mutants;

/// <summary>What is made once: a copy of the repository with all mutants built in, and which of them each test reaches.</summary>
internal static class Preparation
{
    private static readonly TimeSpan LongestTest = TimeSpan.FromMinutes(3);

    /// <summary>Copies, mutates and builds, unless that has been done.</summary>
    public static List<SourceMutant> Build(RunOptions options, Action<string> log)
    {
        var file = options.Result("mutants.jsonl");
        if (File.Exists(file))
            return JsonLines.Read<SourceMutant>(file);

        log($"copying to {options.CopyFolder}");
        var copy = WorkingCopy.Of(Directory.GetCurrentDirectory(), options.CopyFolder);
        Build(copy, options.Project, options, log);
        var project = new MutatedProject(copy.Root, ProjectCompilation.Read(copy, options.Project, options.Properties), copy.ConstantsUsedOutside(options.Project));
        project.Mutate(log);
        project.Save(options.Project);
        Build(copy, "e2e", options, log);
        JsonLines.Write(file, project.Mutants);
        log($"{project.Mutants.Count} mutants are in the code; {project.LeftOut} do not compile");
        return [.. project.Mutants];
    }

    /// <summary>Runs each test once without a mutant, one after the other, unless that has been done.</summary>
    public static async Task<List<TestReach>> ReachAsync(RunOptions options, int mutants, Action<string> log)
    {
        var file = options.Result("reach.jsonl");
        if (File.Exists(file))
            return JsonLines.Read<TestReach>(file);

        var reached = options.Result("reached");
        File.WriteAllBytes(reached, new byte[mutants + 1]);
        using var worker = WorkerProcess.Start(options.Suite, options.Assembly, 0, 0, [reached, .. options.LeaveOut]);
        var tests = new List<TestReach>();
        while (await worker.ReadAsync<TestReach>(LongestTest) is { } test)
        {
            tests.Add(test);
            if (tests.Count % 100 == 0)
                log($"{tests.Count} tests, {tests.Sum(each => each.Milliseconds) / 1000} s");
        }

        JsonLines.Write(file, tests);
        log($"{tests.Count} tests, {tests.Sum(each => each.Milliseconds) / 1000} s; no use: {string.Join(", ", tests.Where(test => !test.Passed).Select(test => test.Test))}");
        return tests;
    }

    private static void Build(WorkingCopy copy, string project, RunOptions options, Action<string> log)
    {
        log($"building {project}");
        var (built, output) = copy.Build(project, options.Properties);
        if (!built)
            throw new InvalidOperationException($"{project} does not build:\n{output}");
    }
}
