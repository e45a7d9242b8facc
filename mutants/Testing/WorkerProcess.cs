using System.Diagnostics;
using System.Text.Json;

namespace ImageService.Mutants.Testing;

/// <summary>A <see cref="Worker"/>, seen from the program that gives the orders.</summary>
internal sealed class WorkerProcess : IDisposable
{
    /// <summary>A mutant may take memory without end.</summary>
    private const string MemoryLimit = "0x100000000";

    private static readonly string Own = typeof(WorkerProcess).Assembly.Location;

    private readonly Process _process;
    private readonly string _temporary;

    private WorkerProcess(Process process, string temporary) => (_process, _temporary) = (process, temporary);

    /// <summary>Puts this program beside the suite, whose libraries it loads. No worker may be running.</summary>
    /// <param name="suite">The built suite: the path of its assembly.</param>
    public static void Install(string suite) => File.Copy(Own, Path.Combine(Path.GetDirectoryName(suite)!, Path.GetFileName(Own)), overwrite: true);

    /// <summary>Starts a worker.</summary>
    /// <param name="suite">The built suite: the path of its assembly.</param>
    /// <param name="mutated">The name of the assembly with the mutants.</param>
    /// <param name="number">The number of the worker: each has its own folder for temporary files.</param>
    /// <param name="mutant">A mutant that is on from the start; 0 for none.</param>
    /// <param name="more">More arguments.</param>
    public static WorkerProcess Start(string suite, string mutated, int number, int mutant = 0, params string[] more)
    {
        var folder = Path.GetDirectoryName(suite)!;
        var name = Path.GetFileNameWithoutExtension(suite);
        var temporary = Directory.CreateDirectory($"{folder}/tmp-{number}").FullName;
        // With the packages of the suite, not with ours.
        string[] arguments = ["exec", "--depsfile", $"{folder}/{name}.deps.json", "--runtimeconfig", $"{folder}/{name}.runtimeconfig.json", $"{folder}/{Path.GetFileName(Own)}", "worker", name, mutated, .. more];
        var process = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["MUTANT"] = $"{mutant}",
                ["MUTANTS_REACHED"] = more.FirstOrDefault(),
                ["TMPDIR"] = temporary,
                ["IMAGE_SERVICE_CLOUD"] = "embedded",
                ["DOTNET_GCHeapHardLimit"] = MemoryLimit,
                ["DOTNET_EnableDiagnostics"] = "0",
            },
        })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return new WorkerProcess(process, temporary);
    }

    /// <summary>Sends an order; the answers are to be read.</summary>
    public void Send(Order order) => _process.StandardInput.WriteLine(JsonSerializer.Serialize(order));

    /// <summary>Reads an answer.</summary>
    /// <returns>Null when the worker ends, or gives none in time.</returns>
    public async Task<T?> ReadAsync<T>(TimeSpan limit) where T : class
    {
        try
        {
            var line = await _process.StandardOutput.ReadLineAsync().WaitAsync(limit);
            return line is null ? null : JsonSerializer.Deserialize<T>(line);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <summary>Ends the worker and all that its tests have started.</summary>
    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_temporary, recursive: true);
    }
}
