using System.Runtime.InteropServices;

namespace ImageService.Local;

/// <summary>
/// Ctrl+C, SIGTERM and a closed terminal (SIGHUP): the first asks for a clean stop, and the next ends the program at once, as does a stop that takes too
/// long.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    /// <summary>Longer than a clean stop takes.</summary>
    private static readonly TimeSpan CleanStop = TimeSpan.FromSeconds(25);

    private readonly TaskCompletionSource _received = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PosixSignalRegistration[] _registrations;
    private Timer? _limit;

    public StopSignals() =>
        _registrations = [.. new[] { PosixSignal.SIGHUP, PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(signal => PosixSignalRegistration.Create(signal, Handle))];

    /// <summary>Ends when the program is to stop.</summary>
    public Task Received => _received.Task;

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _limit?.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = true;
        var exitCode = ExitCode(context.Signal);
        if (!_received.TrySetResult())
            Environment.Exit(exitCode);
        _limit = new Timer(_ => Environment.Exit(exitCode), null, CleanStop, Timeout.InfiniteTimeSpan);
        Announce();
    }

    private static void Announce()
    {
        try
        {
            Console.WriteLine("Stopping, once the requests under way are answered. Ctrl+C again ends it at once.");
        }
        catch (IOException)
        {
            // The terminal has gone.
        }
    }

    /// <summary>As a shell gives it: 128 and the number of the signal.</summary>
    private static int ExitCode(PosixSignal signal) => 128 + signal switch
    {
        PosixSignal.SIGHUP => 1,
        PosixSignal.SIGINT => 2,
        _ => 15,
    };
}
