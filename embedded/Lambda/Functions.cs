using System.Collections.Concurrent;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.Lambda.Running;

namespace EmbeddedAws.Lambda;

/// <summary>The functions: their settings, their code, and the processes that run it.</summary>
internal sealed class Functions : IAsyncDisposable
{
    private static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(5);
    /// <summary>How long an invocation waits for a process, beside the time of the function: starting one does not count as that.</summary>
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan CleanUpInterval = TimeSpan.FromMinutes(1);

    private readonly ResourceStore _store;
    private readonly EnvironmentFactory _factory;
    private readonly ProcessLimits _limits = new();
    private readonly ConcurrentDictionary<string, (string RevisionId, FunctionPool Pool)> _pools = [];
    private readonly ConcurrentDictionary<string, LambdaFunction> _inProcess = [];
    private readonly ConcurrentDictionary<string, Concurrency> _concurrency = [];
    private readonly ConcurrentDictionary<Task, bool> _closing = [];
    private readonly SemaphoreSlim _changes = new(1);
    private readonly ITimer _cleanUp;
    private bool _stopped;

    public Functions(ResourceStore store, EnvironmentFactory factory)
    {
        (_store, _factory) = (store, factory);
        factory.Code.KeepOnly(Used());
        _cleanUp = factory.Time.CreateTimer(_ => EndIdle(), null, CleanUpInterval, CleanUpInterval);
    }

    /// <summary>Runs the code of a function in this process.</summary>
    public void RunInProcess(string name, LambdaFunction function) => _inProcess[name] = function;

    public bool RunsInProcess(string name) => _inProcess.ContainsKey(name);

    /// <summary>The function with a name.</summary>
    /// <exception cref="AwsException">There is none.</exception>
    public FunctionConfiguration Get(string name) => _store.Find<FunctionConfiguration>(name) ?? throw FunctionReference.NotFound(name);

    public IReadOnlyList<FunctionConfiguration> List() => _store.List<FunctionConfiguration>();

    /// <summary>Changes a function: its zip is on the disk before the record that names it, and one that nobody names any more goes.</summary>
    /// <param name="name">The function.</param>
    /// <param name="zip">Its new code, or null.</param>
    /// <param name="change">Gives the new function for the one that is there, or null; null deletes it.</param>
    public async Task<FunctionConfiguration?> ChangeAsync(string name, byte[]? zip, Func<FunctionConfiguration?, FunctionConfiguration?> change)
    {
        await _changes.WaitAsync();
        try
        {
            if (zip is not null)
                await _factory.Code.SaveAsync(zip);
            var changed = await _store.ChangeAsync(resources =>
            {
                var after = change(resources.Find<FunctionConfiguration>(name));
                if (after is null)
                    resources.Delete<FunctionConfiguration>(name);
                else
                    resources.Put(name, after);
                return after;
            });
            if (_pools.TryGetValue(name, out var pool) && pool.RevisionId != changed?.RevisionId && _pools.TryRemove(name, out pool))
                Close(pool.Pool);
            else
                _factory.Code.KeepOnly(Used());
            return changed;
        }
        finally
        {
            _changes.Release();
        }
    }

    /// <summary>Whether a service may invoke a function for one of its resources: a statement of the function's policy allows it.</summary>
    /// <param name="functionArn">The function.</param>
    /// <param name="principal">The service: <c>apigateway.amazonaws.com</c>.</param>
    /// <param name="sourceArn">For what: <c>arn:aws:execute-api:us-east-1:000000000000:images/dev/GET/images</c>.</param>
    public bool MayInvoke(string functionArn, string principal, string sourceArn) =>
        _store.Find<FunctionConfiguration>(FunctionReference.NameOf(functionArn)) is { } function && function.Policy.Any(permission => permission.Allows(principal, sourceArn));

    /// <summary>Invokes a function and waits for its result.</summary>
    /// <param name="functionArn">The function.</param>
    /// <param name="payload">Its event, in JSON.</param>
    /// <exception cref="AwsException">It was not started: there is no such function, or too many of it run.</exception>
    public async Task<Invocation> InvokeAsync(string functionArn, byte[] payload)
    {
        var function = Get(FunctionReference.NameOf(functionArn));
        using var running = _concurrency.GetOrAdd(function.FunctionName, _ => new Concurrency()).Enter(function.ReservedConcurrency);
        var requestId = Guid.NewGuid().ToString();
        return _inProcess.TryGetValue(function.FunctionName, out var code)
            ? await InProcessInvocation.RunAsync(code, requestId, payload, TimeSpan.FromSeconds(function.Timeout))
            : await RunAsync(function, requestId, payload);
    }

    public async ValueTask DisposeAsync()
    {
        _stopped = true;
        await _cleanUp.DisposeAsync();
        await Task.WhenAll([.. _pools.Values.Select(pool => pool.Pool.CloseAsync(atOnce: true)), .. _closing.Keys]);
        _limits.Dispose();
        _changes.Dispose();
    }

    private async Task<Invocation> RunAsync(FunctionConfiguration function, string requestId, byte[] payload)
    {
        while (!_stopped)
        {
            var pool = PoolOf(function);
            try
            {
                if (pool is not null && await pool.TakeAsync(LongestStart + TimeSpan.FromSeconds(function.Timeout)) is { } environment)
                    return await InvokeAsync(pool, environment, requestId, payload);
            }
            catch (TimeoutException)
            {
                throw new AwsException(429, "TooManyRequestsException", "Rate Exceeded.");
            }

            // It was changed in the meantime.
            function = Get(function.FunctionName);
        }

        throw new AwsException(503, "ServiceUnavailableException", "The embedded cloud is stopping.");
    }

    /// <summary>The pool of a function; null where the function was changed since it was read.</summary>
    private FunctionPool? PoolOf(FunctionConfiguration function)
    {
        var pool = _pools.GetOrAdd(function.FunctionName, _ => (function.RevisionId, new FunctionPool(() => ExecutionEnvironment.StartAsync(function, _factory), _limits, MakeRoom, _factory.Time)));
        if (pool.RevisionId == Get(function.FunctionName).RevisionId)
            return pool.Pool;
        if (_pools.TryRemove(KeyValuePair.Create(function.FunctionName, pool)))
            Close(pool.Pool);
        return null;
    }

    private static async Task<Invocation> InvokeAsync(FunctionPool pool, ExecutionEnvironment environment, string requestId, byte[] payload)
    {
        try
        {
            return await environment.InvokeAsync(requestId, payload);
        }
        finally
        {
            pool.Return(environment);
        }
    }

    private void Close(FunctionPool pool)
    {
        var closing = CloseAsync(pool);
        _closing[closing] = true;
        closing.ContinueWith(ended => _closing.TryRemove(ended, out _), TaskScheduler.Default);
    }

    private async Task CloseAsync(FunctionPool pool)
    {
        await pool.CloseAsync(atOnce: false);
        await _changes.WaitAsync();
        _factory.Code.KeepOnly(Used());
        _changes.Release();
    }

    private IEnumerable<string> Used() => List().Select(function => function.CodeSha256);

    private void EndIdle()
    {
        foreach (var (_, pool) in _pools.Values)
            pool.EndIdle(LongestIdle);
    }

    /// <summary>Ends the process that has had nothing to do for longest.</summary>
    private void MakeRoom() => _pools.Values.Select(pool => pool.Pool).Where(pool => pool.LongestIdle is not null).MaxBy(pool => pool.LongestIdle)?.EndIdle(TimeSpan.Zero, most: 1);
}
