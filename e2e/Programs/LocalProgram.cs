using System.Diagnostics;

namespace ImageService.E2E.Programs;

/// <summary>The program that <c>dotnet run --project local</c> runs, as a separate process.</summary>
internal sealed class LocalProgram : IAsyncDisposable
{
    /// <summary>The line before the last that it prints before it waits for requests.</summary>
    private const string LineBeforeLast = "Your gallery is ready at:";

    /// <summary>The last line where it deploys nothing itself.</summary>
    private const string LastLineOfEmpty = "  pulumi up --stack local";

    /// <summary>How the line begins that it prints at a first signal.</summary>
    private const string StoppingLine = "Stopping";

    /// <summary>It takes a second; a machine that does a lot else at once takes many.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly SemaphoreSlim Starting = new(Environment.ProcessorCount);

    private readonly Process _process;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _stopping = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _output = [];
    private readonly Task _reading;
    private readonly Task<string> _errors;

    private LocalProgram(Process process)
    {
        _process = process;
        _reading = ReadOutputAsync();
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>What it has printed so far.</summary>
    public IReadOnlyList<string> Output
    {
        get
        {
            lock (_output)
                return [.. _output];
        }
    }

    /// <summary>The endpoint of AWS clients that its first line ends with.</summary>
    public Uri Endpoint => new(Output[0][(Output[0].LastIndexOf(' ') + 1)..]);

    /// <summary>The URL that it prints below <c>Your API is ready at:</c>.</summary>
    public Uri ImagesUrl => new(Output.SkipWhile(line => line != "Your API is ready at:").ElementAt(1));

    /// <summary>Starts the program and waits until it has said all, or has ended.</summary>
    public static Task<LocalProgram> StartAsync(params string[] arguments) => StartAsync(arguments, []);

    /// <summary>Starts the program with some more environment variables.</summary>
    public static async Task<LocalProgram> StartAsync(string[] arguments, Dictionary<string, string> environment)
    {
        // A start takes a core for a second: more at once would only make each other late.
        await Starting.WaitAsync();
        try
        {
            var program = new LocalProgram(ChildProcess.Start(typeof(Local.ServiceDeployment).Assembly.Location, arguments, environment));
            await program.ReadyAsync(arguments);
            return program;
        }
        finally
        {
            Starting.Release();
        }
    }

    /// <summary>What the process holds.</summary>
    public (long Memory, int Descriptors) Resources()
    {
        _process.Refresh();
        var descriptors = $"/proc/{_process.Id}/fd";
        return (_process.WorkingSet64, Directory.Exists(descriptors) ? Directory.GetFileSystemEntries(descriptors).Length : _process.HandleCount);
    }

    /// <summary>A client of its API.</summary>
    /// <param name="apiKey">The key that it sends; null for none.</param>
    public ApiClient Client(string? apiKey = null) => new(new Uri(ImagesUrl, "."), parallelism: 8, apiKey);

    public void Send(Signal signal) => Signals.Send(_process.Id, signal);

    /// <summary>Sends a signal and waits until the program says that it stops.</summary>
    public Task BeginToStopAsync(Signal signal)
    {
        Send(signal);
        return _stopping.Task.WaitAsync(Limit);
    }

    /// <summary>Sends a signal and waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync(Signal signal)
    {
        Send(signal);
        return await EndAsync();
    }

    /// <summary>Ends it at once, as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await EndAsync();
    }

    /// <summary>Waits for the end; the exit code.</summary>
    public async Task<int> EndAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        await _process.WaitForExitAsync(limit.Token);
        await _reading;
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

    private async Task ReadOutputAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            lock (_output)
                _output.Add(line);
            if (Output is [.., LineBeforeLast, _] or [.., LastLineOfEmpty])
                _ready.TrySetResult();
            if (line.StartsWith(StoppingLine, StringComparison.Ordinal))
                _stopping.TrySetResult();
        }

        _ready.TrySetResult();
    }

    private async Task ReadyAsync(string[] arguments)
    {
        try
        {
            await _ready.Task.WaitAsync(Limit);
        }
        catch (TimeoutException exception)
        {
            await using (this)
            {
                await KillAsync();
                var printed = string.Join('\n', Output.Append(await Errors()));
                throw new TimeoutException($"The program ({string.Join(' ', arguments)}) did not say \"{LineBeforeLast}\" within {Limit.TotalSeconds} s. It printed:\n{printed}", exception);
            }
        }
    }
}
