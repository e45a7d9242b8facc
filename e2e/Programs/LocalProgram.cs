using System.Diagnostics;

namespace ImageService.E2E.Programs;

/// <summary>The program behind <c>dotnet run --project local</c>, as a process of its own.</summary>
internal sealed class LocalProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;
    private readonly List<string> _output = [];

    private LocalProgram(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>What it has printed so far.</summary>
    public IReadOnlyList<string> Output => _output;

    /// <summary>The URL that it prints below <c>Your API is ready at:</c>.</summary>
    public Uri ImagesUrl => new(_output[_output.IndexOf("Your API is ready at:") + 1]);

    /// <summary>Starts the program and waits until it has said all, or has ended.</summary>
    public static async Task<LocalProgram> StartAsync(params string[] arguments)
    {
        var assembly = typeof(Local.EmbeddedCloud).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var program = new LocalProgram(Process.Start(start)!);
        while (await program._process.StandardOutput.ReadLineAsync() is { } line)
        {
            program._output.Add(line);
            if (line.StartsWith("curl ", StringComparison.Ordinal))
                break;
        }

        return program;
    }

    /// <summary>Sends what Ctrl+C (INT) or a service manager (TERM) sends, and waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        return await EndAsync();
    }

    /// <summary>Ends it at once, as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Waits for the end; the exit code.</summary>
    public async Task<int> EndAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    /// <summary>What it printed as errors, once it has ended.</summary>
    public Task<string> Errors() => _errors;

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }
}
