using System.Diagnostics;
using System.Globalization;

namespace ImageService.Bench.Throughput;

/// <summary>A server in a separate process, which reports what it has used.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly Process _process;

    private Server(Process process, Uri endpoint) => (_process, Endpoint) = (process, endpoint);

    /// <summary>Where it listens.</summary>
    public Uri Endpoint { get; }

    /// <summary>Starts one: see <see cref="ServeCommand"/>.</summary>
    /// <param name="what"><c>cloud</c> or <c>floor</c>.</param>
    public static async Task<Server> StartAsync(string what)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Server).Assembly.Location, "serve", what]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"The server of {what} ended before it listened.");
        return new Server(process, new Uri(line));
    }

    /// <summary>Asks what it has used so far.</summary>
    public async Task<Usage> UsageAsync()
    {
        await _process.StandardInput.WriteLineAsync("usage");
        await _process.StandardInput.FlushAsync();
        var line = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server has ended.");
        return line.Split(' ') is [var cpu, var bytes]
            ? new Usage(double.Parse(cpu, CultureInfo.InvariantCulture), double.Parse(bytes, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"The server said: {line}");
    }

    public async ValueTask DisposeAsync()
    {
        // It ends when there is nothing more to read.
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
