namespace ImageService.Mutants;

/// <summary>What is mutated, and how thoroughly.</summary>
/// <param name="Project">The folder of the project.</param>
/// <param name="Files">Only files whose path contains this.</param>
/// <param name="Sample">How many mutants at most, chosen at random; null for all.</param>
/// <param name="Seed">Chooses them.</param>
/// <param name="Workers">How many processes test.</param>
/// <param name="Budget">How many seconds of tests a mutant survives at most.</param>
/// <param name="Again">Whether what has survived is tested once more.</param>
/// <param name="LeaveOut">Parts of the names of tests that do not run.</param>
/// <param name="Folder">Where the copy and the results are.</param>
internal sealed record RunOptions(string Project, string Files, int? Sample, int Seed, int Workers, int Budget, bool Again, string[] LeaveOut, string Folder)
{
    /// <summary>The projects, and the name of the assembly of each.</summary>
    public static readonly IReadOnlyDictionary<string, string> Assemblies = new Dictionary<string, string>
    {
        ["handlers/service"] = "ImageService.Handlers",
        ["handlers/rendering"] = "ImageService.Rendering",
        ["handlers/lambda"] = "ImageService.Lambda",
        ["handlers/lambda-rendering"] = "ImageService.Lambda.Rendering",
        ["stack"] = "ImageService.Stack",
        ["local"] = "ImageService.Local",
    };

    /// <summary>
    /// With the packages of Pulumi and Lambda: the tests of the stack and of the entry points reach what no request does, such as settings. But without them the
    /// suite deploys the service as <c>local</c> does.
    /// </summary>
    public string[] Properties => Project == "local" ? [] : ["-p:CloudPackages=true", "-p:PublishReadyToRun=false", "-p:PublishFunctions=false"];

    /// <summary>The assembly with the mutants.</summary>
    public string Assembly => Assemblies[Project];

    /// <summary>A file of the results.</summary>
    public string Result(string name) => Path.Combine(Folder, name);

    /// <summary>The copy of the repository.</summary>
    public string CopyFolder => Path.Combine(Folder, "copy");

    /// <summary>The built suite.</summary>
    public string Suite => Path.Combine(CopyFolder, "e2e/bin/Debug/net10.0/ImageService.E2E.dll");
}
