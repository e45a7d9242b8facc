using System.Diagnostics;
using System.IO.Compression;

namespace ImageService.Bench.ColdStarts;

/// <summary>The package of some functions, as <c>dotnet publish</c> makes it.</summary>
/// <param name="Zip">What is deployed.</param>
/// <param name="UnpackedBytes">What comes out of it.</param>
internal sealed record Package(byte[] Zip, long UnpackedBytes)
{
    /// <summary>Publishes a package.</summary>
    /// <param name="compilation">How it is compiled.</param>
    /// <param name="isRendering">Whether it is that of renderImage.</param>
    /// <param name="repository">Where the sources are.</param>
    /// <param name="work">A folder for what comes up on the way.</param>
    public static async Task<Package> PublishAsync(Compilation compilation, bool isRendering, string repository, string work)
    {
        var package = Path.Combine(work, $"{compilation.Name}-{isRendering}");
        await RunAsync(
            "dotnet",
            [
                "publish", Path.Combine(repository, "handlers", compilation.Project(isRendering)), "--nologo", "-v", "quiet", "-c", "Release",
                "-r", Compilation.Architecture == "arm64" ? "linux-arm64" : "linux-x64", "-p:CloudPackages=true",
                "--artifacts-path", Path.Combine(work, "obj", $"{compilation.Name}-{isRendering}"), "-o", package, .. compilation.Properties(isRendering),
            ]);
        foreach (var symbols in Directory.EnumerateFiles(package, "*.dbg"))
            File.Delete(symbols);
        var zip = new MemoryStream();
        await ZipFile.CreateFromDirectoryAsync(package, zip);
        return new Package(zip.ToArray(), Directory.EnumerateFiles(package, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length));
    }

    private static async Task RunAsync(string command, string[] arguments)
    {
        using var process = Process.Start(command, arguments);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{command} {string.Join(' ', arguments)} failed: it says above why.");
    }
}
