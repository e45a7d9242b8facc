using System.Collections.Concurrent;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.Lambda.Running;

namespace EmbeddedAws.Lambda;

/// <summary>Invokes functions, each in a process that has nothing to do, or in this one.</summary>
internal sealed class FunctionInvoker(Functions functions, FunctionPools pools)
{
    /// <summary>How long an invocation waits for a process, in addition to the function's own timeout, which does not include a start.</summary>
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, LambdaFunction> _inProcess = [];
    private readonly ConcurrentDictionary<string, Concurrency> _concurrency = [];

    /// <summary>Runs the code of a function in this process.</summary>
    public void RunInProcess(string name, LambdaFunction function) => _inProcess[name] = function;

    public bool RunsInProcess(string name) => _inProcess.ContainsKey(name);

    /// <summary>Invokes a function and waits for its result.</summary>
    /// <param name="functionArn">The function.</param>
    /// <param name="payload">Its event, in JSON.</param>
    /// <exception cref="AwsException">It was not started: there is no such function, or too many of it run.</exception>
    public async Task<Invocation> InvokeAsync(string functionArn, byte[] payload)
    {
        var function = functions.Get(FunctionReference.NameOf(functionArn));
        using var running = _concurrency.GetOrAdd(function.FunctionName, _ => new Concurrency()).Enter(function.ReservedConcurrency);
        var requestId = Guid.NewGuid().ToString();
        return _inProcess.TryGetValue(function.FunctionName, out var code)
            ? await InProcessInvocation.RunAsync(code, requestId, payload, TimeSpan.FromSeconds(function.Timeout))
            : await RunAsync(function, requestId, payload);
    }

    private async Task<Invocation> RunAsync(FunctionConfiguration function, string requestId, byte[] payload)
    {
        while (!pools.IsStopped)
        {
            var read = function;
            var pool = pools.Of(read, () => functions.Find(read.FunctionName)?.RevisionId == read.RevisionId);
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
            function = functions.Get(function.FunctionName);
        }

        throw new AwsException(503, "ServiceUnavailableException", "The embedded cloud is stopping.");
    }

    private static async Task<Invocation> InvokeAsync(FunctionPool pool, ExecutionEnvironment environment, string requestId, byte[] payload)
    {
        try
        {
            return await environment.InvokeAsync(requestId, payload);
        }
        finally
        {
            _ = ReturnAsync(pool, environment);
        }
    }

    private static async Task ReturnAsync(FunctionPool pool, ExecutionEnvironment environment)
    {
        await environment.SettleAsync();
        pool.Return(environment);
    }
}
