namespace EmbeddedAws.Lambda.Running;

/// <summary>The execution environments of one state of a function: they are kept for the next invocations, and more are started when all are busy.</summary>
internal sealed class FunctionPool
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly IdleEnvironments _idle;
    private readonly WaitingInvocations _waiting = new();
    private readonly HashSet<ExecutionEnvironment> _busy = [];
    private readonly EnvironmentStarts _starts;
    private readonly EnvironmentEnds _ends;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _closed;

    /// <param name="function">The state of the function.</param>
    /// <param name="factory">What environments are made from.</param>
    /// <param name="limits">How many there may be.</param>
    public FunctionPool(FunctionConfiguration function, EnvironmentFactory factory, ProcessLimits limits)
    {
        (Function, _time, _idle) = (function, factory.Time, new IdleEnvironments(factory.Time));
        _ends = new EnvironmentEnds(limits, _gate, CheckEnded);
        _starts = new EnvironmentStarts(stopped => ExecutionEnvironment.StartAsync(function, factory, stopped), limits, _gate, _waiting, Take);
    }

    /// <summary>The state of the function.</summary>
    public FunctionConfiguration Function { get; }

    /// <summary>How long the environment has had nothing to do that has longest; null where all are busy.</summary>
    public TimeSpan? LongestIdle
    {
        get
        {
            lock (_gate)
                return _idle.Longest;
        }
    }

    /// <summary>Whether it has more than one environment.</summary>
    public bool HasSeveral
    {
        get
        {
            lock (_gate)
                return _busy.Count + _starts.Count + _idle.Count > 1;
        }
    }

    private bool HasNone => _busy.Count + _starts.Count == 0;

    /// <summary>Takes an environment; <see cref="Return"/> must follow. Null where the pool was closed.</summary>
    /// <exception cref="TimeoutException">None was free in time.</exception>
    public async Task<ExecutionEnvironment?> TakeAsync(TimeSpan limit)
    {
        TaskCompletionSource<ExecutionEnvironment?> waiting;
        lock (_gate)
        {
            if (_closed)
                return null;
            while (_idle.TakeLast() is { } environment)
            {
                if (environment.IsUsable)
                {
                    _busy.Add(environment);
                    return environment;
                }

                _ends.Begin(environment);
            }

            waiting = _waiting.Add();
            if (HasNone)
                _starts.Begin();
            else
                _ = _starts.BeginUnlessServedAsync(waiting.Task, () => HasNone);
        }

        try
        {
            return await waiting.Task.WaitAsync(limit, _time);
        }
        catch (TimeoutException) when (!waiting.TrySetCanceled())
        {
            return await waiting.Task; // It came at the last moment.
        }
    }

    /// <summary>Gives an environment back.</summary>
    public void Return(ExecutionEnvironment environment)
    {
        lock (_gate)
        {
            _busy.Remove(environment);
            Offer(environment);
        }
    }

    /// <summary>Ends the environments that have had nothing to do for some time, at most so many.</summary>
    /// <returns>Whether there was one.</returns>
    public bool EndIdle(TimeSpan least, int most = int.MaxValue)
    {
        lock (_gate)
        {
            return _ends.Begin(_idle.TakeFirst(least, most));
        }
    }

    /// <summary>Starts no more, and ends those that are there: each after the invocation that it has, or at once. What starts has none.</summary>
    /// <returns>Ends with the last one.</returns>
    public Task CloseAsync(bool atOnce)
    {
        lock (_gate)
        {
            _closed = true;
            _ends.Begin(_idle.TakeFirst(TimeSpan.Zero, int.MaxValue));
            _waiting.Dismiss();
            foreach (var environment in atOnce ? _busy : [])
                environment.Kill();
            _starts.Stop();
            CheckEnded();
        }

        return _ended.Task;
    }

    /// <summary>What has been started, or could not be.</summary>
    private void Take(ExecutionEnvironment? environment)
    {
        if (environment is not null)
            Offer(environment);
        CheckEnded();
    }

    /// <summary>To the first that waits, an environment that could not be started too: it tells why. Else it is kept.</summary>
    private void Offer(ExecutionEnvironment environment)
    {
        var isFresh = !environment.IsUsable && !environment.WasInvoked;
        if ((environment.IsUsable || isFresh) && _waiting.TryServe(environment))
        {
            _busy.Add(environment);
            return;
        }

        if (environment.IsUsable && !_closed)
            _idle.Add(environment);
        else
            _ends.Begin(environment);
        // One that was not usable leaves those who wait without the one that they counted on.
        if (_starts.Count < _waiting.Count)
            _starts.Begin();
    }

    private void CheckEnded()
    {
        if (_closed && HasNone && _ends.Count == 0)
            _ended.TrySetResult();
    }
}
