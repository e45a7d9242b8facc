namespace EmbeddedAws.Lambda.Running;

/// <summary>The execution environments of one state of a function: they are kept for the next invocations, and more are started when all are busy.</summary>
/// <param name="start">Starts one.</param>
/// <param name="limits">How many there may be.</param>
/// <param name="makeRoom">Ends one that has nothing to do, of any function.</param>
/// <param name="time">The clock.</param>
internal sealed class FunctionPool(Func<Task<ExecutionEnvironment>> start, ProcessLimits limits, Action makeRoom, TimeProvider time)
{
    /// <summary>
    /// How long an invocation waits for an environment that is busy or starting, before one more is started: about the time of a start, in which one that
    /// runs answers many.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    private readonly Lock _gate = new();
    private readonly List<(ExecutionEnvironment Environment, long Since)> _idle = [];
    private readonly Queue<TaskCompletionSource<ExecutionEnvironment?>> _waiting = [];
    private readonly HashSet<ExecutionEnvironment> _busy = [];
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _starting;
    private int _ending;
    private bool _closed;

    /// <summary>Takes an environment; <see cref="Return"/> must follow. Null where the pool was closed.</summary>
    /// <exception cref="TimeoutException">None was free in time.</exception>
    public async Task<ExecutionEnvironment?> TakeAsync(TimeSpan limit)
    {
        var waiting = new TaskCompletionSource<ExecutionEnvironment?>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_closed)
                return null;
            while (_idle.Count > 0)
            {
                // The last one, so that those too many come to be idle for long.
                var environment = _idle[^1].Environment;
                _idle.RemoveAt(_idle.Count - 1);
                if (!environment.IsUsable)
                {
                    End(environment);
                    continue;
                }

                _busy.Add(environment);
                return environment;
            }

            _waiting.Enqueue(waiting);
            if (_busy.Count + _starting == 0)
                StartOneMore();
            else
                _ = StartUnlessServedAsync(waiting.Task);
        }

        try
        {
            return await waiting.Task.WaitAsync(limit, time);
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

    /// <summary>How long the environment has had nothing to do that has longest; null where all are busy.</summary>
    public TimeSpan? LongestIdle
    {
        get
        {
            lock (_gate)
                return _idle.Count > 0 ? time.GetElapsedTime(_idle[0].Since) : null;
        }
    }

    /// <summary>Ends the environments that have had nothing to do for some time, at most so many.</summary>
    public void EndIdle(TimeSpan least, int most = int.MaxValue)
    {
        lock (_gate)
        {
            for (; most > 0 && _idle.Count > 0 && time.GetElapsedTime(_idle[0].Since) >= least; most--)
            {
                End(_idle[0].Environment);
                _idle.RemoveAt(0);
            }
        }
    }

    /// <summary>Starts no more, and ends those that are there: each after the invocation that it has, or at once.</summary>
    /// <returns>Ends with the last one.</returns>
    public Task CloseAsync(bool atOnce)
    {
        lock (_gate)
        {
            _closed = true;
            foreach (var (environment, _) in _idle)
                End(environment);
            _idle.Clear();
            while (_waiting.TryDequeue(out var waiting))
                waiting.TrySetResult(null);
            if (atOnce)
            {
                foreach (var environment in _busy)
                    environment.Kill();
            }

            CheckEnded();
        }

        return _ended.Task;
    }

    private async Task StartUnlessServedAsync(Task waiting)
    {
        while (true)
        {
            // By the real clock: how fast processes are depends on no other.
            await Task.WhenAny(waiting, Task.Delay(Patience));
            lock (_gate)
            {
                if (waiting.IsCompleted || _closed)
                    return;
                // Only a function without any takes the place of another's: else they would end and start each other's for ever.
                if (_starting < _waiting.Count && (limits.HasRoom || _busy.Count + _starting == 0))
                {
                    StartOneMore();
                    return;
                }
            }
        }
    }

    private void StartOneMore()
    {
        _starting++;
        _ = StartAsync();
    }

    private async Task StartAsync()
    {
        // Not in the caller's lock.
        await Task.Yield();
        limits.Enter(makeRoom);
        ExecutionEnvironment? environment = null;
        Exception? failure = null;
        try
        {
            if (IsWanted())
                environment = await limits.StartAsync(async () => IsWanted() ? await start() : null);
        }
#pragma warning disable CA1031 // Told to the one who waits for it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            failure = exception;
        }

        lock (_gate)
        {
            _starting--;
            if (environment is not null)
                Offer(environment);
            else
                limits.Leave();
            if (failure is not null && _waiting.TryDequeue(out var waiting))
                waiting.TrySetException(failure);
            CheckEnded();
        }
    }

    private bool IsWanted()
    {
        lock (_gate)
        {
            while (_waiting.TryPeek(out var first) && first.Task.IsCompleted)
                _waiting.Dequeue();
            return _waiting.Count > 0;
        }
    }

    /// <summary>To the first that waits, an environment that could not be started too: it tells why. Else it is kept.</summary>
    private void Offer(ExecutionEnvironment environment)
    {
        var isFresh = !environment.IsUsable && !environment.WasInvoked;
        while ((environment.IsUsable || isFresh) && _waiting.TryDequeue(out var waiting))
        {
            if (!waiting.TrySetResult(environment))
                continue;
            _busy.Add(environment);
            return;
        }

        if (environment.IsUsable && !_closed)
            _idle.Add((environment, time.GetTimestamp()));
        else
            End(environment);
        // One that was not usable leaves those who wait without the one that they counted on.
        if (_starting < _waiting.Count && !_closed)
            StartOneMore();
    }

    private void End(ExecutionEnvironment environment)
    {
        _ending++;
        _ = EndAsync(environment);
    }

    private async Task EndAsync(ExecutionEnvironment environment)
    {
        // Not in the caller's lock.
        await Task.Yield();
        try
        {
            await environment.DisposeAsync();
        }
        finally
        {
            limits.Leave();
            lock (_gate)
            {
                _ending--;
                CheckEnded();
            }
        }
    }

    private void CheckEnded()
    {
        if (_closed && _busy.Count + _starting + _ending == 0)
            _ended.TrySetResult();
    }
}
