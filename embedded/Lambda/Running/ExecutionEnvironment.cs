using System.Globalization;

namespace EmbeddedAws.Lambda.Running;

/// <summary>
/// Where a function runs, one invocation at a time: https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html. One that could not be
/// started says so to the invocation that it was started for.
/// </summary>
internal sealed class ExecutionEnvironment : IAsyncDisposable
{
    /// <summary>
    /// AWS's limit of the phase before the first invocation. A function whose time is longer has that: AWS repeats the phase within the first invocation.
    /// </summary>
    private static readonly TimeSpan InitLimit = TimeSpan.FromSeconds(10);

    private readonly FunctionConfiguration _function;
    private readonly FunctionLog _log;
    private readonly EnvironmentFactory _factory;
    private FunctionProcess? _process;
    private Func<string, Outcome>? _failure;
    private TimeSpan? _init;
    private string? _temporary;
    private string? _status;

    private ExecutionEnvironment(FunctionConfiguration function, FunctionLog log, EnvironmentFactory factory) => (_function, _log, _factory) = (function, log, factory);

    /// <summary>Whether it can take another invocation.</summary>
    public bool IsUsable => _failure is null && _process is { Exited.IsCompleted: false };

    /// <summary>Whether it has had an invocation.</summary>
    public bool WasInvoked { get; private set; }

    private TimeProvider Time => _factory.Time;

    private TimeSpan Timeout => TimeSpan.FromSeconds(_function.Timeout);

    /// <summary>Starts one. A fault of the function is told when it is invoked.</summary>
    /// <param name="function">The function.</param>
    /// <param name="factory">What it is made from.</param>
    /// <param name="stopped">Ends when nobody wants it any more.</param>
    public static async Task<ExecutionEnvironment> StartAsync(FunctionConfiguration function, EnvironmentFactory factory, Task stopped)
    {
        var stream = $"{factory.Time.GetUtcNow().ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture)}/[{FunctionConfiguration.Latest}]{Guid.NewGuid():N}";
        var role = factory.RoleOf(function);
        var environment = new ExecutionEnvironment(function, new FunctionLog(function.MemorySize, factory.Logs.Open(function.LoggingConfig.LogGroup, role, stream)), factory);
        try
        {
            await environment.StartAsync(role, stream, stopped);
        }
        catch (FunctionStartException exception)
        {
            environment._failure = InvocationFailure.Of(exception.ErrorType, exception.Message);
        }
        catch (InvalidDataException exception)
        {
            environment._failure = InvocationFailure.Of("Runtime.ExitError", exception.Message);
        }
        catch
        {
            await environment.DisposeAsync();
            throw;
        }

        return environment;
    }

    /// <summary>Invokes the function.</summary>
    public async Task<Invocation> InvokeAsync(string requestId, byte[] payload)
    {
        WasInvoked = true;
        _log.Start(requestId);
        var begun = Time.GetTimestamp();
        var pending = new PendingInvocation(requestId, payload, DateTimeOffset.UtcNow + Timeout);
        if (_failure is { } failure)
            pending.End(failure(requestId));
        else
            await RunAsync(pending);
        var outcome = await pending.Outcome;
        var duration = Time.GetElapsedTime(begun) is var elapsed && elapsed > Timeout ? Timeout : elapsed;
        _process?.Output.Drain();
        var memory = _process?.MemoryUsed ?? 0;
        var tail = _log.End(requestId, new Measurement(duration, _init, memory, _status ?? (IsUsable ? null : "error")));
        _init = null;
        return new Invocation(requestId, outcome.Payload, outcome.IsFailure ? "Unhandled" : null) { LogTail = tail };
    }

    /// <summary>
    /// Waits until the process asks for the next invocation: it may end, or work on, once it has answered. As on AWS it is ended where it has not done so in
    /// the time of the function.
    /// </summary>
    public async Task SettleAsync()
    {
        if (!IsUsable)
            return;
        Task settled = Task.WhenAny(_process!.Idle, _process.Exited);
        await settled.WaitAsync(Timeout, Time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (settled.IsCompleted)
            return;
        Kill();
        await _process.Exited;
    }

    /// <summary>Ends its process, whatever it does.</summary>
    public void Kill() => _process?.Kill();

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        if (_temporary is not null)
            _factory.Code.RemoveTemporary(_temporary);
    }

    private async Task StartAsync(Iam.IamRole role, string stream, Task stopped)
    {
        var begun = Time.GetTimestamp();
        var folder = _factory.Code.Unpack(_function.CodeSha256);
        var command = FunctionCommand.Of(_function, folder);
        var temporary = _temporary = _factory.Code.TemporaryFolder();
        _process = await FunctionProcess.StartAsync(
            _function, command, api => FunctionEnvironment.Of(_function, role, new ProcessPlace(folder, temporary, api, _factory.Endpoint, stream)), _log.Write, Time);
        var limit = Timeout > InitLimit ? Timeout : InitLimit;
        Task ready = Task.WhenAny(_process.Initialized, _process.Exited, stopped);
        await ready.WaitAsync(limit, Time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _init = Time.GetElapsedTime(begun);
        if (_process.Initialized.IsCompleted)
        {
            if (await _process.Initialized is { } told)
                _failure = _ => told;
        }
        else if (_process.Exited.IsCompleted)
        {
            _failure = InvocationFailure.Of("Runtime.ExitError", await _process.Exited);
        }
        else
        {
            // Its time is over, or nobody is there any more who would read this.
            _process.Kill();
            _failure = InvocationFailure.Of("Sandbox.Timedout", InvocationFailure.TimedOut(limit));
        }
    }

    private async Task RunAsync(PendingInvocation pending)
    {
        _process!.Send(pending);
        using var over = new CancellationTokenSource();
        var timeout = Task.Delay(Timeout, Time, over.Token);
        var first = await Task.WhenAny(pending.Outcome, _process.Exited, timeout);
        await over.CancelAsync();
        if (pending.Outcome.IsCompleted)
            return; // Whatever else has ended by now.
        if (first == timeout)
        {
            _failure = InvocationFailure.Of("Sandbox.Timedout", InvocationFailure.TimedOut(Timeout));
            _status = "timeout";
            _process.Kill();
            await _process.Exited;
            _process.Output.Drain();
            _log.Write($"{Time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)} {pending.RequestId} {InvocationFailure.TimedOut(Timeout)}");
            pending.End(_failure(pending.RequestId));
        }
        else
        {
            _process.Output.Drain();
            _log.Write($"RequestId: {pending.RequestId} Error: {await _process.Exited}");
            pending.Fail("Runtime.ExitError", await _process.Exited);
        }
    }
}
