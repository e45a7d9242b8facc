using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Lambda;

/// <summary>
/// Invocations that nobody waits for. One that fails is tried twice more: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html.
/// Those that are left when the cloud stops are lost.
/// </summary>
internal sealed class AsyncInvocations(Functions functions, TimeProvider time, TextWriter errors) : IDisposable
{
    private const int Most = 1000;
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2)];

    private readonly CancellationTokenSource _stopped = new();
    private int _count;

    /// <summary>Takes one.</summary>
    /// <exception cref="AwsException">There are too many already.</exception>
    public void Add(string functionArn, byte[] payload)
    {
        if (Interlocked.Increment(ref _count) > Most)
        {
            Interlocked.Decrement(ref _count);
            throw new AwsException(429, "TooManyRequestsException", "Rate Exceeded.");
        }

        _ = RunAsync(functionArn, payload);
    }

    public void Dispose()
    {
        _stopped.Cancel();
        _stopped.Dispose();
    }

    private async Task RunAsync(string functionArn, byte[] payload)
    {
        try
        {
            foreach (var pause in Pauses.Append(TimeSpan.Zero))
            {
                if (await SucceedsAsync(functionArn, payload) || pause == TimeSpan.Zero)
                    return;
                await Task.Delay(pause, time, _stopped.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The cloud stops.
        }
        finally
        {
            Interlocked.Decrement(ref _count);
        }
    }

    private async Task<bool> SucceedsAsync(string functionArn, byte[] payload)
    {
        try
        {
            await Task.Yield();
            return (await functions.InvokeAsync(functionArn, payload)).FunctionError is null;
        }
        catch (AwsException refusal)
        {
            return refusal.Status != 429; // There is no such function any more.
        }
#pragma warning disable CA1031 // Nobody waits for it, and its user reads why.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            await errors.WriteLineAsync($"An invocation of {functionArn} failed: {exception}");
            return false;
        }
    }
}
