using System.Globalization;

namespace EmbeddedAws.Lambda.Running;

/// <summary>
/// Where a function runs, one invocation at a time: https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html. One that could not be
/// started says so to the invocation that it was started for.
/// </summary>
internal sealed class ExecutionEnvironment : IAsyncDisposable
{
    private readonly FunctionConfiguration _function;
    private readonly FunctionLog _log;
    private readonly ProcessStart _start;
    private Func<string, Outcome>? _failure;
    private TimeSpan? _init;
    private string? _status;

    private ExecutionEnvironment(FunctionConfiguration function, FunctionLog log, ProcessStart start, TimeProvider time)
    {
        (_function, _log, _start, Time) = (function, log, start, time);
        (_failure, _init) = (start.Failure, start.Duration);
    }

    /// <summary>Whether it can take another invocation.</summary>
    public bool IsUsable => _failure is null && Process is { Exited.IsCompleted: false };

    /// <summary>Whether it has had an invocation.</summary>
    public bool WasInvoked { get; private set; }

    private TimeProvider Time { get; }

    private FunctionProcess? Process => _start.Process;

    private TimeSpan Timeout => TimeSpan.FromSeconds(_function.Timeout);

    /// <summary>Starts one. A fault of the function is told when it is invoked.</summary>
    /// <param name="function">The function.</param>
    /// <param name="factory">What it is made from.</param>
    /// <param name="stopped">Ends when it is no longer needed.</param>
    public static async Task<ExecutionEnvironment> StartAsync(FunctionConfiguration function, EnvironmentFactory factory, Task stopped)
    {
        var stream = $"{factory.Time.GetUtcNow().ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture)}/[{FunctionConfiguration.Latest}]{Guid.NewGuid():N}";
        var role = factory.RoleOf(function);
        var log = new FunctionLog(function.MemorySize, factory.Logs.Open(function.LoggingConfig.LogGroup, role, stream));
        var start = new ProcessStart(function, log, factory);
        await start.RunAsync(role, stream, stopped);
        return new ExecutionEnvironment(function, log, start, factory.Time);
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
        Process?.Output.Drain();
        var memory = Process?.MemoryUsed ?? 0;
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
        Task settled = Task.WhenAny(Process!.Idle, Process.Exited);
        await settled.WaitAsync(Timeout, Time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (settled.IsCompleted)
            return;
        Kill();
        await Process.Exited;
    }

    /// <summary>Ends its process, whatever it does.</summary>
    public void Kill() => Process?.Kill();

    public ValueTask DisposeAsync() => _start.DisposeAsync();

    private async Task RunAsync(PendingInvocation pending)
    {
        Process!.Send(pending);
        using var over = new CancellationTokenSource();
        var timeout = Task.Delay(Timeout, Time, over.Token);
        var first = await Task.WhenAny(pending.Outcome, Process.Exited, timeout);
        await over.CancelAsync();
        if (pending.Outcome.IsCompleted)
            return; // Whatever else has ended by now.
        if (first == timeout)
        {
            _failure = InvocationFailure.Of("Sandbox.Timedout", InvocationFailure.TimedOut(Timeout));
            _status = "timeout";
            Process.Kill();
            await Process.Exited;
            Process.Output.Drain();
            _log.Write($"{Time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)} {pending.RequestId} {InvocationFailure.TimedOut(Timeout)}");
            pending.End(_failure(pending.RequestId));
        }
        else
        {
            Process.Output.Drain();
            _log.Write($"RequestId: {pending.RequestId} Error: {await Process.Exited}");
            pending.Fail("Runtime.ExitError", await Process.Exited);
        }
    }
}
