namespace EmbeddedAws.Host;

/// <summary>What goes wrong with a call of an AWS operation: see <see cref="AwsCalls.Inject"/>.</summary>
public abstract record AwsFault
{
    private AwsFault()
    {
    }

    /// <summary>The call is answered with an error and does nothing.</summary>
    /// <param name="Status">The HTTP status, such as 503.</param>
    /// <param name="Code">
    /// The service's error code, such as <c>SlowDown</c> or <c>ProvisionedThroughputExceededException</c>; or why a transaction is
    /// cancelled: <c>TransactionConflict</c>.
    /// </param>
    public sealed record Error(int Status, string Code) : AwsFault;

    /// <summary>
    /// The call waits until the test releases it, unless its client has gone by then: a race with a known winner, or a service that
    /// hangs.
    /// </summary>
    /// <param name="Afterwards">Whether it is carried out first, so that only its answer waits.</param>
    public sealed record Hold(bool Afterwards = false) : AwsFault
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Ends when a call is held.</summary>
        public Task Reached => _reached.Task;

        /// <summary>Lets the call go.</summary>
        public void Release() => _released.SetResult();

        internal Task WaitAsync(CancellationToken cancellation)
        {
            _reached.TrySetResult();
            return _released.Task.WaitAsync(cancellation);
        }
    }

    /// <summary>The connection is cut before the call does anything.</summary>
    public sealed record Disconnect : AwsFault;

    /// <summary>The call is carried out, and the connection is cut instead of an answer.</summary>
    public sealed record LoseAnswer : AwsFault;

    /// <summary>The connection is cut in the middle of the body: that of an object that is put, or else that of the answer.</summary>
    public sealed record CutBody : AwsFault;

    /// <summary>The call is carried out, and its answer ends in the middle of the body, as if that were all of it.</summary>
    public sealed record TruncateAnswer : AwsFault;
}
