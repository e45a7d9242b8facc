using System.Diagnostics;
using ImageService.Stack.Settings;

namespace ImageService.Stack.Functions;

/// <summary>The packages of functions that are native programs: in a container of Amazon Linux 2023 where there is Docker, or else on this machine.</summary>
internal static class NativePackages
{
    private const string Image = "image-service-native";

    /// <summary>Compiles both.</summary>
    /// <returns>The folder that has them.</returns>
    /// <exception cref="RunException">They cannot be compiled here, or do not compile.</exception>
    public static string Publish(FunctionSettings settings)
    {
        var machine = NativeCompiler.OfThisMachine();
        machine.ThrowIfUnable(settings);
        var sources = Sources();
        var packages = Path.Combine(AppContext.BaseDirectory, "functions", "native");
        if (machine.HasDocker)
            Run("docker", ["build", "--platform", Platform(settings), "--tag", Image, Path.Combine(sources, "handlers", "native")]);
        foreach (var package in new[] { FunctionDefinition.Package, FunctionDefinition.RenderingPackage })
        {
            var folder = FolderFor(packages, package, settings.Architecture);
            // Libraries of another system may be left in it.
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            Directory.CreateDirectory(folder);
            if (machine.HasDocker)
                Run("docker", ["run", "--rm", "--platform", Platform(settings), .. User(), "-v", $"{sources}:/sources:ro", "-v", $"{folder}:/package", Image, .. Publish(package, settings, "/sources", "/tmp/objects", "/package")]);
            else
                Run("dotnet", Publish(package, settings, sources, Path.Combine(AppContext.BaseDirectory, "functions", "native-objects", package), folder));
        }

        return packages;
    }

    /// <summary>Where a folder of native packages has one of them.</summary>
    public static string FolderFor(string packages, string package, string architecture) => Path.Combine(packages, package, architecture);

    private static string[] Publish(string package, FunctionSettings settings, string sources, string objects, string target) =>
    [
        "publish", $"{sources}/handlers/native", "--nologo", "-v", "quiet", "-c", "Release", "-r", settings.Architecture == "arm64" ? "linux-arm64" : "linux-x64",
        "--artifacts-path", objects, "-o", target, $"-p:Rendering={(package == FunctionDefinition.RenderingPackage ? "true" : "false")}",
    ];

    /// <summary>On Linux what a container writes belongs to its user; the packages are to belong to this one.</summary>
    private static string[] User() =>
        OperatingSystem.IsLinux() ? ["--user", $"{NativeCompiler.Output("id", "-u")}:{NativeCompiler.Output("id", "-g")}", "-e", "HOME=/tmp", "-e", "DOTNET_CLI_HOME=/tmp"] : [];

    private static string Platform(FunctionSettings settings) => settings.Architecture == "arm64" ? "linux/arm64" : "linux/amd64";

    private static string Sources()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "handlers", "native")))
                return folder.FullName;
        }

        throw new RunException($"image-service:compile is aot, but the sources of the functions are not in a folder above {AppContext.BaseDirectory}.");
    }

    private static void Run(string command, string[] arguments)
    {
        using var process = Process.Start(command, arguments);
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new RunException($"{command} {string.Join(' ', arguments)} failed; its output says why. \"exec format error\" means that Docker has no emulation of that architecture: set image-service:architecture to this machine's.");
    }
}
