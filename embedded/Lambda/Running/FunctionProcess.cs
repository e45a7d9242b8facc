using System.ComponentModel;
using System.Diagnostics;
using EmbeddedAws.Host;

namespace EmbeddedAws.Lambda.Running;

/// <summary>The process of a function, with the runtime API that it asks.</summary>
internal sealed class FunctionProcess : IAsyncDisposable
{
    /// <summary>ETXTBSY, on Linux as on macOS.</summary>
    private const int TextFileBusy = 26;

    /// <summary>How long a program may be busy: as long as a function may take to start.</summary>
    private static readonly TimeSpan LongestBusy = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly Process _process;
    private readonly Listener _listener;
    private readonly ReservedPort _port;
    private readonly RuntimeApi _api;
    private readonly MemoryWatch _memory;

    private FunctionProcess(Process process, Listener listener, ReservedPort port, RuntimeApi api, FunctionConfiguration function, Action<string> write, TimeProvider time)
    {
        (_process, _listener, _port, _api) = (process, listener, port, api);
        Output = new ProcessOutput(process, write);
        _memory = new MemoryWatch(process, function.MemorySize, time);
        Exited = WaitAsync();
    }

    /// <summary>What it writes.</summary>
    public ProcessOutput Output { get; }

    /// <summary>Ends when the process asks for its first invocation, or with the failure that it has told before.</summary>
    public Task<Outcome?> Initialized => _api.Initialized;

    /// <summary>Ends when the process asks for an invocation that it does not have yet.</summary>
    public Task Idle => _api.Idle;

    /// <summary>Ends with the process, and says how in Lambda's words.</summary>
    public Task<string> Exited { get; }

    /// <summary>The most memory that it had, in MB.</summary>
    public long MemoryUsed
    {
        get
        {
            _memory.Look();
            return _memory.Most;
        }
    }

    /// <summary>Starts a process.</summary>
    /// <param name="function">The function.</param>
    /// <param name="start">Its program.</param>
    /// <param name="environment">Its variables, given the host and port of its runtime API.</param>
    /// <param name="write">Takes what it writes.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="FunctionStartException">The machine cannot execute it.</exception>
    public static async Task<FunctionProcess> StartAsync(
        FunctionConfiguration function, ProcessStartInfo start, Func<string, Dictionary<string, string>> environment, Action<string> write, TimeProvider time)
    {
        var port = new ReservedPort(0);
        Listener? listener = null;
        try
        {
            var api = new RuntimeApi(function.Arn, port.Url.Authority);
            listener = await Listener.StartAsync(port, api.HandleAsync, keepAlive: TimeSpan.FromDays(1));
            start.Environment.Clear();
            foreach (var (name, value) in environment(port.Url.Authority))
                start.Environment[name] = value;
            var process = await StartAsync(start);
            process.StandardInput.Close();
            return new FunctionProcess(process, listener, port, api, function, write, time);
        }
        catch (Exception exception)
        {
            if (listener is not null)
                await listener.DisposeAsync();
            port.Dispose();
            throw exception is Win32Exception ? new FunctionStartException("Runtime.InvalidEntrypoint", $"fork/exec {Path.GetFileName(start.FileName)}: {exception.Message}") : exception;
        }
    }

    /// <summary>Hands it an invocation.</summary>
    public void Send(PendingInvocation invocation) => _api.Send(invocation);

    /// <summary>Ends it, and what it has started.</summary>
    public void Kill() => ProcessTree.Kill(_process);

    public async ValueTask DisposeAsync()
    {
        Kill();
        _memory.Dispose();
        await Exited;
        Output.End();
        await _listener.StopAsync(new CancellationToken(canceled: true));
        await _listener.DisposeAsync();
        _port.Dispose();
        _process.Dispose();
    }

    /// <summary>
    /// Starts a program that may have been unpacked a moment ago. A process that was forked in the meantime has the file open for writing until it executes its own
    /// program, and as long as one has, the system refuses to execute it: https://man7.org/linux/man-pages/man2/execve.2.html, ETXTBSY.
    /// </summary>
    private static async Task<Process> StartAsync(ProcessStartInfo start)
    {
        var begun = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return Process.Start(start)!;
            }
            catch (Win32Exception busy) when (busy.NativeErrorCode == TextFileBusy && Stopwatch.GetElapsedTime(begun) < LongestBusy)
            {
                await Task.Delay(Pause);
            }
        }
    }

    private async Task<string> WaitAsync()
    {
        await _process.WaitForExitAsync();
        return _memory.HasKilled ? ExitStatus.Killed : ExitStatus.Text(_process.ExitCode);
    }
}
