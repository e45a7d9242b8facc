using System.Runtime.InteropServices;

namespace ImageService.Bench.ColdStarts;

/// <summary>A way to compile the functions.</summary>
/// <param name="Name">As the table has it.</param>
/// <param name="Runtime">The runtime of Lambda that runs what comes of it.</param>
/// <param name="Project">The project of the functions, and that of renderImage.</param>
/// <param name="Properties">What the build is told.</param>
internal sealed record Compilation(string Name, string Runtime, Func<bool, string> Project, Func<bool, string[]> Properties)
{
    /// <summary>Compiled when it is called, compiled ahead with the compiler at hand (as the service is deployed), and native.</summary>
    public static IReadOnlyList<Compilation> All { get; } =
    [
        new("JIT", "dotnet10", Managed, _ => ["-p:PublishReadyToRun=false", "--no-self-contained"]),
        new("ReadyToRun", "dotnet10", Managed, _ => ["-p:PublishReadyToRun=true", "--no-self-contained"]),
        new("Native AOT", "provided.al2023", _ => "native", isRendering => [$"-p:Rendering={(isRendering ? "true" : "false")}"]),
    ];

    /// <summary>Functions run on this machine.</summary>
    public static string Architecture { get; } = RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? "arm64" : "x86_64";

    private static string Managed(bool isRendering) => isRendering ? "lambda-rendering" : "lambda";
}
