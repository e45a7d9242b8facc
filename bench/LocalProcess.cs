using System.Diagnostics;
using ImageService.Local;

namespace ImageService.Bench;

/// <summary><c>local</c> as a separate process, with its own settings of the garbage collector.</summary>
internal sealed class LocalProcess : IDisposable
{
    private readonly Process _process;

    private LocalProcess(Process process, Uri imagesUrl) => (_process, ImagesUrl) = (process, imagesUrl);

    public Uri ImagesUrl { get; }

    /// <summary>What is resident now.</summary>
    public long Memory => Refreshed().WorkingSet64;

    /// <summary>The most that was.</summary>
    public long PeakMemory => Refreshed().PeakWorkingSet64;

    /// <summary>What it has computed so far, on all cores.</summary>
    public TimeSpan CpuTime => Refreshed().TotalProcessorTime;

    public static async Task<LocalProcess> StartAsync()
    {
        var local = typeof(ServiceDeployment).Assembly.Location;
        // With its own settings of the runtime, and the libraries that are here: some that it has beside it are part of the framework of this program.
        string[] exec = ["exec", "--runtimeconfig", Path.ChangeExtension(local, "runtimeconfig.json"), "--depsfile", Path.ChangeExtension(typeof(LocalProcess).Assembly.Location, "deps.json")];
        var process = Process.Start(new ProcessStartInfo("dotnet", [.. exec, local, "--port", "0", "--ephemeral"])
        {
            RedirectStandardOutput = true,
        })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            // The last line: curl 'http://127.0.0.1:4566/restapis/images/dev/_user_request_/images'
            if (line.StartsWith("curl ", StringComparison.Ordinal))
                return new LocalProcess(process, new Uri(line[5..].Trim('\'')));
        }

        throw new InvalidOperationException("The program ended before it listened.");
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private Process Refreshed()
    {
        _process.Refresh();
        return _process;
    }
}
