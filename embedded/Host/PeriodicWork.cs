namespace EmbeddedAws.Host;

/// <summary>Work that is done periodically, by the cloud's clock. A failure is logged, and the work is tried again the next time.</summary>
internal sealed class PeriodicWork : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Func<Task> _work;
    private readonly TextWriter _errors;
    private readonly ITimer _timer;
    private bool _ended;

    /// <param name="name">What it does, as it follows "failed to".</param>
    /// <param name="period">How often.</param>
    /// <param name="work">The work.</param>
    /// <param name="time">The clock.</param>
    /// <param name="errors">Where failures are logged.</param>
    public PeriodicWork(string name, TimeSpan period, Func<Task> work, TimeProvider time, TextWriter errors)
    {
        (_work, _errors) = (work, errors);
        _timer = time.CreateTimer(_ => Run(name), null, period, period);
    }

    /// <summary>Stops, once the work that is under way is done.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        lock (_gate)
            _ended = true;
    }

    /// <summary>Waits for the work on the timer's own thread: a test that moves the clock sees it done.</summary>
    private void Run(string name)
    {
        lock (_gate)
        {
            if (_ended)
                return;
            try
            {
                _work().GetAwaiter().GetResult();
            }
#pragma warning disable CA1031 // On a thread of the timer any exception would end the process.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                _errors.WriteLine($"The embedded cloud failed to {name}: {exception.GetBaseException().Message}");
            }
        }
    }
}
