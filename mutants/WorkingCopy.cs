using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ImageService.Mutants;

/// <summary>A copy of the repository, which is mutated and built in place of it.</summary>
internal sealed partial class WorkingCopy(string root)
{
    /// <summary>Errors of the original would be errors of the mutants too, so nothing but the compiler looks at the code.</summary>
    private static readonly string[] Lenient = ["-p:TreatWarningsAsErrors=false", "-p:RunAnalyzers=false", "-p:EnforceCodeStyleInBuild=false", "-p:EmitCompilerGeneratedFiles=true"];

    public string Root => root;

    /// <summary>Copies what git knows, and new files that it does not ignore.</summary>
    public static WorkingCopy Of(string repository, string root)
    {
        if (Directory.Exists(root))
            Directory.Delete(root, recursive: true);
        var files = Run(repository, "git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"]).Split('\0', StringSplitOptions.RemoveEmptyEntries);
        foreach (var file in files.Where(file => File.Exists(Path.Combine(repository, file))))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, file))!);
            File.Copy(Path.Combine(repository, file), Path.Combine(root, file));
        }

        return new WorkingCopy(root);
    }

    public string PathOf(string file) => Path.Combine(root, file);

    /// <summary>Builds a project.</summary>
    /// <returns>The output, and whether it was built.</returns>
    public (bool Built, string Output) Build(string project, string[] properties)
    {
        var output = Run(root, "dotnet", ["build", project, "--nologo", "-v", "quiet", "-clp:NoSummary", .. Lenient, .. properties], out var exitCode);
        return (exitCode == 0, output);
    }

    /// <summary>The arguments with which the compiler is called for a project.</summary>
    public string CompilerArguments(string project, string[] properties) => Run(root, "dotnet",
    [
        "msbuild", project, "-t:Compile", "-getItem:CscCommandLineArgs", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-p:BuildProjectReferences=false",
        "-p:NonExistentFile=none", .. Lenient, .. properties,
    ]);

    /// <summary>The constants, as <c>Type.Name</c>, that code outside of a project needs as constants: for attributes and constants of its own.</summary>
    public IReadOnlySet<string> ConstantsUsedOutside(string project) => Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
        .Where(path => !Path.GetRelativePath(root, path).Replace('\\', '/').StartsWith($"{project}/", StringComparison.Ordinal))
        .SelectMany(File.ReadLines)
        .Where(line => line.Contains(" const ", StringComparison.Ordinal) || line.TrimStart().StartsWith('['))
        .SelectMany(line => Member().Matches(line)).Select(member => member.Value).ToHashSet();

    [GeneratedRegex(@"[A-Z]\w*\.[A-Z]\w*")]
    private static partial Regex Member();

    private static string Run(string folder, string command, string[] arguments)
    {
        var output = Run(folder, command, arguments, out var exitCode);
        return exitCode == 0 ? output : throw new InvalidOperationException($"{command} {string.Join(' ', arguments)} ended with {exitCode}:\n{output}");
    }

    private static string Run(string folder, string command, string[] arguments, out int exitCode)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        exitCode = process.ExitCode;
        return output;
    }
}
