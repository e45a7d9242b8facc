using EmbeddedAws.Iam;

namespace EmbeddedAws.Lambda.Running;

/// <summary>The start of a function's process: from its code to the moment when the process asks for its first invocation.</summary>
internal sealed class ProcessStart(FunctionConfiguration function, FunctionLog log, EnvironmentFactory factory) : IAsyncDisposable
{
    /// <summary>
    /// AWS's limit of the phase before the first invocation. A function whose time is longer has that: AWS repeats the phase within the first invocation.
    /// </summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private string? _temporary;

    /// <summary>The process; null where there could be none.</summary>
    public FunctionProcess? Process { get; private set; }

    /// <summary>Why it could not be started; null where it was.</summary>
    public Func<string, Outcome>? Failure { get; private set; }

    /// <summary>How long it took.</summary>
    public TimeSpan? Duration { get; private set; }

    /// <summary>Starts the process. A fault of the function is a <see cref="Failure"/>.</summary>
    /// <param name="role">Whose credentials the process has.</param>
    /// <param name="stream">The stream of its log.</param>
    /// <param name="stopped">Ends when it is no longer needed.</param>
    public async Task RunAsync(IamRole role, string stream, Task stopped)
    {
        try
        {
            await StartAsync(role, stream, stopped);
        }
        catch (FunctionStartException exception)
        {
            Failure = InvocationFailure.Of(exception.ErrorType, exception.Message);
        }
        catch (InvalidDataException exception)
        {
            Failure = InvocationFailure.Of("Runtime.ExitError", exception.Message);
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Process is not null)
            await Process.DisposeAsync();
        if (_temporary is not null)
            factory.Code.RemoveTemporary(_temporary);
    }

    private async Task StartAsync(IamRole role, string stream, Task stopped)
    {
        var begun = factory.Time.GetTimestamp();
        var folder = factory.Code.Unpack(function.CodeSha256);
        var command = FunctionCommand.Of(function, folder);
        var temporary = _temporary = factory.Code.TemporaryFolder();
        Process = await FunctionProcess.StartAsync(
            function, command, api => FunctionEnvironment.Of(function, role, new ProcessPlace(folder, temporary, api, factory.Endpoint, stream)), log.Write, factory.Time);
        var limit = TimeSpan.FromSeconds(function.Timeout) is var longer && longer > Limit ? longer : Limit;
        Task ready = Task.WhenAny(Process.Initialized, Process.Exited, stopped);
        await ready.WaitAsync(limit, factory.Time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Duration = factory.Time.GetElapsedTime(begun);
        if (Process.Initialized.IsCompleted)
        {
            if (await Process.Initialized is { } told)
                Failure = _ => told;
        }
        else if (Process.Exited.IsCompleted)
        {
            Failure = InvocationFailure.Of("Runtime.ExitError", await Process.Exited);
        }
        else
        {
            Process.Kill();
            Failure = stopped.IsCompleted
                ? InvocationFailure.Of("Runtime.ExitError", "The function was changed or the cloud stopped before it had started.")
                : InvocationFailure.Of("Sandbox.Timedout", InvocationFailure.TimedOut(limit));
        }
    }
}
