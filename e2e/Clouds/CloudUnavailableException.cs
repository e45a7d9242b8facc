namespace ImageService.E2E.Clouds;

/// <summary>A cloud cannot be tested on this machine; the message says in one line what is missing.</summary>
internal sealed class CloudUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
