using System.Diagnostics;
using System.Security.Cryptography;

namespace ImageService.E2E.Builds;

/// <summary>The package of the functions, published from a copy of their sources in a separate folder and repository.</summary>
internal sealed class FunctionBuild : IDisposable
{
    private static readonly string[] Sources =
        ["handlers", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", ".editorconfig"];

    private readonly string _folder = Directory.CreateTempSubdirectory("image-service-build-").FullName;

    private string Package => Path.Combine(_folder, "package");

    /// <summary>Copies the sources and commits them.</summary>
    /// <param name="message">The message of the commit: another one makes another commit.</param>
    public async Task CommitAsync(string message)
    {
        foreach (var source in Sources)
            Copy(Path.Combine(Repository.Root, source), Path.Combine(_folder, source));
        await RunAsync("git", "init", "--quiet");
        await RunAsync("git", "add", "--all");
        await RunAsync("git", "-c", "user.name=e2e", "-c", "user.email=e2e@example.com", "commit", "--quiet", "--message", message);
    }

    /// <summary>Publishes as building the program does, for one architecture, without compiling ahead of time: that takes a minute, and changes nothing here.</summary>
    /// <returns>The SHA-256 of each file of the package, by its path.</returns>
    public async Task<IReadOnlyDictionary<string, string>> PublishAsync()
    {
        await RunAsync(
            "dotnet", "publish", "handlers/lambda", "--nologo", "-v", "quiet", "-c", "Release", "-r", "linux-x64", "--no-self-contained",
            "--artifacts-path", Path.Combine(_folder, "obj"), "-o", Package, "-p:PublishReadyToRun=false", "--disable-build-servers");
        return Directory.EnumerateFiles(Package, "*", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetRelativePath(Package, file), file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Copy(string from, string to)
    {
        if (File.Exists(from))
        {
            File.Copy(from, to);
            return;
        }

        Directory.CreateDirectory(to);
        foreach (var entry in Directory.EnumerateFileSystemEntries(from).Where(entry => Path.GetFileName(entry) is not ("bin" or "obj")))
            Copy(entry, Path.Combine(to, Path.GetFileName(entry)));
    }

    private async Task RunAsync(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{command} {string.Join(' ', arguments)} failed:\n{string.Concat(output)}");
    }
}
