using EmbeddedAws.ControlPlane;
using EmbeddedAws.Host;

namespace EmbeddedAws.Lambda;

/// <summary>
/// Asynchronous invocations. One that fails is tried twice more: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html.
/// As on AWS, one may run twice: where the cloud was ended after it ran, and before that was stored.
/// </summary>
internal sealed class AsyncInvocations(Functions functions, StoredInvocations stored, TimeProvider time, TextWriter errors) : IDisposable
{
    private const int Most = 1000;

    /// <summary>Before the second try, and before the third.</summary>
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2)];

    /// <summary>Before a try that could not be made, since the function ran as often as it may: AWS tries for hours.</summary>
    private static readonly TimeSpan PauseWhereThrottled = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stopped = new();

    /// <summary>Read before there are any of this cloud.</summary>
    private IReadOnlyList<StoredInvocation> _left = stored.List();
    private int _count;

    /// <summary>Takes one. It is on the disk when the task ends, and runs then.</summary>
    /// <exception cref="AwsException">There are too many already.</exception>
    public Task AddAsync(string functionArn, byte[] payload)
    {
        if (Interlocked.Increment(ref _count) > Most)
        {
            Interlocked.Decrement(ref _count);
            throw new AwsException(429, "TooManyRequestsException", "Rate Exceeded.");
        }

        return StoreAsync(new StoredInvocation(Guid.NewGuid().ToString(), functionArn, payload, Failures: 0));
    }

    /// <summary>Takes one of a caller that does not wait until it is stored, either.</summary>
    /// <exception cref="AwsException">There are too many already.</exception>
    public void Add(string functionArn, byte[] payload) => AddAsync(functionArn, payload).ContinueWith(
        failed => errors.WriteLine($"An invocation of {functionArn} could not be stored: {failed.Exception!.GetBaseException().Message}"),
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted,
        TaskScheduler.Default);

    /// <summary>Goes on with those that an earlier cloud has left.</summary>
    public void Resume()
    {
        foreach (var invocation in _left)
        {
            Interlocked.Increment(ref _count);
            _ = RunAsync(invocation);
        }

        _left = [];
    }

    /// <summary>Tries none any more; those that are left stay stored.</summary>
    public void Dispose()
    {
        _stopped.Cancel();
        _stopped.Dispose();
    }

    private async Task StoreAsync(StoredInvocation invocation)
    {
        try
        {
            await stored.AddAsync(invocation);
        }
        catch
        {
            Interlocked.Decrement(ref _count);
            throw;
        }

        _ = RunAsync(invocation);
    }

    private async Task RunAsync(StoredInvocation invocation)
    {
        // Not in the request that it came with.
        await Task.Yield();
        try
        {
            while (!await EndsAsync(invocation))
            {
                invocation = invocation with { Failures = invocation.Failures + 1 };
                if (invocation.Failures > Pauses.Length)
                {
                    await errors.WriteLineAsync($"An asynchronous invocation of {invocation.FunctionArn} failed {invocation.Failures} times, and is given up.");
                    break;
                }

                await stored.FailAsync(invocation);
                await Task.Delay(Pauses[invocation.Failures - 1], time, _stopped.Token);
            }

            await stored.RemoveAsync(invocation);
        }
        catch (Exception) when (_stopped.IsCancellationRequested)
        {
            // The next cloud goes on with it.
        }
#pragma warning disable CA1031 // Nobody waits for it, and its user reads why.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            await errors.WriteLineAsync($"An invocation of {invocation.FunctionArn} ran, or is still to run, but that could not be stored: {exception.Message} The next cloud tries it again.");
        }
        finally
        {
            Interlocked.Decrement(ref _count);
        }
    }

    /// <summary>Runs it, and says whether there is nothing more to do.</summary>
    private async Task<bool> EndsAsync(StoredInvocation invocation)
    {
        while (true)
        {
            var succeeds = await SucceedsAsync(invocation);
            // Whatever it says: its process is ended with the cloud.
            _stopped.Token.ThrowIfCancellationRequested();
            if (succeeds is { } known)
                return known;
            await Task.Delay(PauseWhereThrottled, time, _stopped.Token);
        }
    }

    /// <summary>Runs it once; null where it could not run now.</summary>
    private async Task<bool?> SucceedsAsync(StoredInvocation invocation)
    {
        try
        {
            return (await functions.InvokeAsync(invocation.FunctionArn, invocation.Payload)).FunctionError is null;
        }
        catch (AwsException refusal)
        {
            return refusal.Status switch
            {
                404 => true, // There is no such function any more.
                429 => null,
                _ => false,
            };
        }
#pragma warning disable CA1031 // Nobody waits for it, and its user reads why.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            await errors.WriteLineAsync($"An invocation of {invocation.FunctionArn} failed: {LogText.Of(exception)}");
            return false;
        }
    }
}
