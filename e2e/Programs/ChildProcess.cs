using System.Diagnostics;

namespace ImageService.E2E.Programs;

/// <summary>Programs of this suite's folder as separate processes.</summary>
internal static class ChildProcess
{
    /// <summary>Starts a program; its input and its outputs are the suite's.</summary>
    /// <param name="assembly">The program's assembly: <c>ImageService.Local.dll</c>.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Environment variables in addition to those of the suite; null for none.</param>
    public static Process Start(string assembly, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";
        var start = new ProcessStartInfo(dotnet, [assembly, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Else the runtime puts sockets for debuggers into the temporary folder, and one that is killed leaves them there.
            Environment = { ["DOTNET_EnableDiagnostics"] = "0" },
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
