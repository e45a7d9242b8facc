namespace EmbeddedAws.Lambda.Running;

/// <summary>What an invocation has taken.</summary>
/// <param name="Duration">How long the function ran.</param>
/// <param name="Init">How long its process took to start, for the first invocation of a process.</param>
/// <param name="MemoryUsed">The most memory that the process had, in MB.</param>
/// <param name="Status">How it ended where it did not end well: <c>timeout</c>.</param>
internal sealed record Measurement(TimeSpan Duration, TimeSpan? Init, long MemoryUsed, string? Status);
