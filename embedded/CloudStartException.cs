namespace EmbeddedAws;

/// <summary>The embedded cloud cannot start; the message says why and what to do, in one line.</summary>
public sealed class CloudStartException(string message, Exception? inner = null) : Exception(message, inner);
