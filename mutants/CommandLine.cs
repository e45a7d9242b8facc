using System.CommandLine;

namespace ImageService.Mutants;

/// <summary>The options of the program.</summary>
internal static class CommandLine
{
    private static readonly Argument<string> Project = new("project") { Description = "The folder of the project that is mutated." };
    private static readonly Option<string> Files = new("--files") { Description = "Only mutants of files whose path contains this.", DefaultValueFactory = _ => "" };
    private static readonly Option<int?> Sample = new("--sample") { Description = "Only so many mutants, chosen at random." };
    private static readonly Option<int> Seed = new("--seed") { Description = "Chooses the sample.", DefaultValueFactory = _ => 1 };
    private static readonly Option<int> Workers = new("--workers") { Description = "How many processes test at once.", DefaultValueFactory = _ => 1 };
    private static readonly Option<int> Budget = new("--budget") { Description = "For how many seconds of tests a mutant is looked at.", DefaultValueFactory = _ => 60 };
    private static readonly Option<string?> Folder = new("--folder") { Description = "Where the copy and the results are; what is there goes on." };
    private static readonly Option<bool> Fresh = new("--fresh") { Description = "Begins anew." };
    private static readonly Option<bool> Again = new("--again") { Description = "Tests what has survived once more, with a larger budget for instance." };
    private static readonly Option<string[]> LeaveOut = new("--leave-out")
    {
        Description = "Parts of names of tests that do not run.",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => ["E2E.Gallery.", "E2E.Builds.", "E2E.LocalStack.", "E2E.PulumiStacks.", "E2E.Architecture.", ".CompletenessTests.", ".TrafficTests."],
    };

    public static Task<int> RunAsync(string[] arguments)
    {
        Project.AcceptOnlyFromAmong([.. RunOptions.Assemblies.Keys]);
        var root = new RootCommand("Changes the code in small ways, one at a time, and tells which changes no test notices. Ctrl+C stops it; the same command goes on.") { Project, Files, Sample, Seed, Workers, Budget, Folder, Fresh, Again, LeaveOut };
        root.SetAction((parsed, cancellation) =>
        {
            var project = parsed.GetRequiredValue(Project);
            var folder = parsed.GetValue(Folder) ?? Path.Combine(Path.GetTempPath(), "mutants", project.Replace('/', '-'));
            if (parsed.GetValue(Fresh) && Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            return MutationTest.RunAsync(
                new RunOptions(project, parsed.GetValue(Files)!, parsed.GetValue(Sample), parsed.GetValue(Seed), parsed.GetValue(Workers), parsed.GetValue(Budget), parsed.GetValue(Again), parsed.GetValue(LeaveOut)!, folder),
                cancellation);
        });
        return root.Parse(arguments).InvokeAsync();
    }
}
