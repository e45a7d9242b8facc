using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Lambda;

/// <summary>The invocations of a function that are under way: https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html.</summary>
internal sealed class Concurrency
{
    private int _running;

    /// <summary>Counts one, until what is returned is disposed.</summary>
    /// <exception cref="AwsException">There are as many as are reserved.</exception>
    public IDisposable Enter(int? reserved)
    {
        if (Interlocked.Increment(ref _running) > reserved)
        {
            Interlocked.Decrement(ref _running);
            throw new AwsException(429, "TooManyRequestsException", "Rate Exceeded.");
        }

        return new Running(this);
    }

    private sealed class Running(Concurrency concurrency) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref concurrency._running);
    }
}
