namespace EmbeddedAws.Lambda.Running;

/// <summary>An invocation that a process is to answer.</summary>
/// <param name="RequestId">Its id.</param>
/// <param name="Payload">The event, in JSON.</param>
/// <param name="Deadline">When the function's time is over, by the clock of the machine, which is that of the process.</param>
internal sealed record PendingInvocation(string RequestId, byte[] Payload, DateTimeOffset Deadline)
{
    private readonly TaskCompletionSource<Outcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How it ends.</summary>
    public Task<Outcome> Outcome => _outcome.Task;

    /// <summary>Ends it, unless it has ended.</summary>
    public void End(Outcome outcome) => _outcome.TrySetResult(outcome);

    /// <summary>Ends it with a failure that the function did not word itself.</summary>
    public void Fail(string errorType, string message) => End(Running.Outcome.Failed(errorType, $"RequestId: {RequestId} Error: {message}"));
}
