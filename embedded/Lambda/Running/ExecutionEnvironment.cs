using System.Globalization;

namespace EmbeddedAws.Lambda.Running;

/// <summary>
/// Where a function runs, one invocation at a time: https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html. One that could not be
/// started says so to the invocation that it was started for.
/// </summary>
internal sealed class ExecutionEnvironment : IAsyncDisposable
{
    /// <summary>AWS's limit of the phase before the first invocation, unless the function has longer.</summary>
    private static readonly TimeSpan InitLimit = TimeSpan.FromSeconds(10);

    private readonly FunctionConfiguration _function;
    private readonly FunctionLog _log;
    private readonly TimeProvider _time;
    private FunctionProcess? _process;
    private Func<string, Outcome>? _failure;
    private TimeSpan? _init;
    private string? _temporary;
    private string? _status;

    private ExecutionEnvironment(FunctionConfiguration function, FunctionLog log, TimeProvider time) => (_function, _log, _time) = (function, log, time);

    /// <summary>Whether it can take another invocation.</summary>
    public bool IsUsable => _failure is null && _process is { Exited.IsCompleted: false };

    /// <summary>Whether it has had an invocation.</summary>
    public bool WasInvoked { get; private set; }

    private TimeSpan Timeout => TimeSpan.FromSeconds(_function.Timeout);

    /// <summary>Starts one. A fault of the function is told when it is invoked.</summary>
    public static async Task<ExecutionEnvironment> StartAsync(FunctionConfiguration function, EnvironmentFactory factory)
    {
        var stream = $"{factory.Time.GetUtcNow().ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture)}/[{FunctionConfiguration.Latest}]{Guid.NewGuid():N}";
        var role = factory.RoleOf(function);
        var environment = new ExecutionEnvironment(function, new FunctionLog(function.MemorySize, factory.Logs.Open(function.LoggingConfig.LogGroup, role, stream)), factory.Time);
        try
        {
            await environment.StartAsync(factory, role, stream);
        }
        catch (FunctionStartException exception)
        {
            environment._failure = Failure(exception.ErrorType, exception.Message);
        }
        catch (InvalidDataException exception)
        {
            environment._failure = Failure("Runtime.ExitError", exception.Message);
        }

        return environment;
    }

    /// <summary>Invokes the function.</summary>
    public async Task<Invocation> InvokeAsync(string requestId, byte[] payload)
    {
        WasInvoked = true;
        _log.Start(requestId);
        var begun = _time.GetTimestamp();
        var pending = new PendingInvocation(requestId, payload, DateTimeOffset.UtcNow + Timeout);
        if (_failure is { } failure)
            pending.End(failure(requestId));
        else
            await RunAsync(pending);
        var outcome = await pending.Outcome;
        var duration = _time.GetElapsedTime(begun) is var elapsed && elapsed > Timeout ? Timeout : elapsed;
        _process?.Output.Drain();
        var memory = _process?.MemoryUsed ?? 0;
        var tail = _log.End(requestId, new Measurement(duration, _init, memory, _status ?? (IsUsable ? null : "error")));
        _init = null;
        return new Invocation(requestId, outcome.Payload, outcome.IsFailure ? "Unhandled" : null) { LogTail = tail };
    }

    /// <summary>Ends its process, whatever it does.</summary>
    public void Kill() => _process?.Kill();

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        if (_temporary is not null)
            Directory.Delete(_temporary, recursive: true);
    }

    private async Task StartAsync(EnvironmentFactory factory, Iam.IamRole role, string stream)
    {
        var begun = _time.GetTimestamp();
        var folder = factory.Code.Unpack(_function.CodeSha256);
        var command = FunctionCommand.Of(_function, folder);
        var temporary = _temporary = factory.Code.TemporaryFolder();
        _process = await FunctionProcess.StartAsync(
            _function, command, api => FunctionEnvironment.Of(_function, role, new ProcessPlace(folder, temporary, api, factory.Endpoint, stream)), _log.Write, _time);
        var limit = Timeout > InitLimit ? Timeout : InitLimit;
        Task ready = Task.WhenAny(_process.Initialized, _process.Exited);
        await ready.WaitAsync(limit, _time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _init = _time.GetElapsedTime(begun);
        if (_process.Initialized.IsCompleted)
        {
            if (await _process.Initialized is { } told)
                _failure = _ => told;
        }
        else if (_process.Exited.IsCompleted)
        {
            _failure = Failure("Runtime.ExitError", await _process.Exited);
        }
        else
        {
            _process.Kill();
            _failure = Failure("Sandbox.Timedout", TimedOut(limit));
        }
    }

    private async Task RunAsync(PendingInvocation pending)
    {
        _process!.Send(pending);
        using var over = new CancellationTokenSource();
        var timeout = Task.Delay(Timeout, _time, over.Token);
        var first = await Task.WhenAny(pending.Outcome, _process.Exited, timeout);
        await over.CancelAsync();
        if (first == timeout)
        {
            _failure = Failure("Sandbox.Timedout", TimedOut(Timeout));
            _status = "timeout";
            _process.Kill();
            await _process.Exited;
            _process.Output.Drain();
            _log.Write($"{_time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)} {pending.RequestId} {TimedOut(Timeout)}");
            pending.End(_failure(pending.RequestId));
        }
        else if (first == _process.Exited)
        {
            _process.Output.Drain();
            _log.Write($"RequestId: {pending.RequestId} Error: {await _process.Exited}");
            pending.Fail("Runtime.ExitError", await _process.Exited);
        }
    }

    private static string TimedOut(TimeSpan limit) => string.Create(CultureInfo.InvariantCulture, $"Task timed out after {limit.TotalSeconds:F2} seconds");

    private static Func<string, Outcome> Failure(string errorType, string message) => requestId => Outcome.Failed(errorType, $"RequestId: {requestId} Error: {message}");
}
