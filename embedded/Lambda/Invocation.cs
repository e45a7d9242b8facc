namespace EmbeddedAws.Lambda;

/// <summary>How an invocation has ended.</summary>
/// <param name="RequestId">Its id.</param>
/// <param name="Payload">The result of the function in JSON, or of its failure: <c>{"errorType": …, "errorMessage": …}</c>.</param>
/// <param name="FunctionError"><c>Unhandled</c>, where it failed; null where it did not.</param>
public sealed record Invocation(string RequestId, byte[] Payload, string? FunctionError)
{
    /// <summary>The last 4 KB of what it has written, with Lambda's report of its time and memory.</summary>
    public byte[] LogTail { get; init; } = [];
}
