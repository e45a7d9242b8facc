using EmbeddedAws.ControlPlane;
using EmbeddedAws.Lambda.Code;
using EmbeddedAws.Lambda.Running;

namespace EmbeddedAws.Lambda;

/// <summary>The functions: their settings and their code.</summary>
internal sealed class Functions : IAsyncDisposable
{
    private readonly ResourceStore _store;
    private readonly CodeStore _code;
    private readonly FunctionPools _pools;
    private readonly FunctionInvoker _invoker;
    private readonly SemaphoreSlim _changes = new(1);

    public Functions(ResourceStore store, EnvironmentFactory factory, TextWriter errors)
    {
        (_store, _code) = (store, factory.Code);
        _code.KeepOnly(List().Select(function => function.CodeSha256));
        _pools = new FunctionPools(factory, CleanUpAsync, errors);
        _invoker = new FunctionInvoker(this, _pools);
    }

    /// <summary>Runs the code of a function in this process.</summary>
    public void RunInProcess(string name, LambdaFunction function) => _invoker.RunInProcess(name, function);

    public bool RunsInProcess(string name) => _invoker.RunsInProcess(name);

    /// <summary>The function with a name.</summary>
    /// <exception cref="AwsException">There is none.</exception>
    public FunctionConfiguration Get(string name) => Find(name) ?? throw FunctionReference.NotFound(name);

    /// <summary>The function with a name, or null.</summary>
    public FunctionConfiguration? Find(string name) => _store.Find<FunctionConfiguration>(name);

    public IReadOnlyList<FunctionConfiguration> List() => _store.List<FunctionConfiguration>();

    /// <summary>Changes a function: its code is on the disk before the record that names it, and code that no function uses any more is removed.</summary>
    /// <param name="name">The function.</param>
    /// <param name="code">Its new code, or null.</param>
    /// <param name="change">Gives the new function for the one that is there, or null; null deletes it.</param>
    public async Task<FunctionConfiguration?> ChangeAsync(string name, FunctionCode? code, Func<FunctionConfiguration?, FunctionConfiguration?> change)
    {
        await _changes.WaitAsync();
        try
        {
            if (code is not null)
                await _code.SaveAsync(code);
            var changed = await _store.ChangeAsync(resources =>
            {
                var after = change(resources.Find<FunctionConfiguration>(name));
                if (after is null)
                    resources.Delete<FunctionConfiguration>(name);
                else
                    resources.Put(name, after);
                return after;
            });
            _pools.Close(name, changed?.RevisionId);
            CleanUp();
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
        Find(FunctionReference.NameOf(functionArn)) is { } function && function.Policy.Any(permission => permission.Allows(principal, sourceArn));

    /// <summary>Invokes a function and waits for its result.</summary>
    /// <param name="functionArn">The function.</param>
    /// <param name="payload">Its event, in JSON.</param>
    /// <exception cref="AwsException">It was not started: there is no such function, or too many of it run.</exception>
    public Task<Invocation> InvokeAsync(string functionArn, byte[] payload) => _invoker.InvokeAsync(functionArn, payload);

    public async ValueTask DisposeAsync()
    {
        await _pools.DisposeAsync();
        _changes.Dispose();
    }

    private async Task CleanUpAsync()
    {
        await _changes.WaitAsync();
        try
        {
            CleanUp();
        }
        finally
        {
            _changes.Release();
        }
    }

    /// <summary>Removes the code of no function, unless an invocation of an earlier state still runs it.</summary>
    private void CleanUp() => _code.KeepOnly(List().Select(function => function.CodeSha256).Concat(_pools.Code));
}
