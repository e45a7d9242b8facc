using System.Net.Sockets;
using EmbeddedAws.Storage;

namespace EmbeddedAws;

/// <summary>The embedded cloud cannot start; the message says why and what to do, in one line.</summary>
public sealed class CloudStartException(string message, Exception? inner = null) : Exception(message, inner)
{
    internal static CloudStartException OfFolder(string path, Exception exception) =>
        new($"The data folder {path} cannot be used: {ResourceFailure.Of(exception)?.Message ?? exception.Message}", exception);

    internal static CloudStartException OfPort(int port, Exception exception) => new(
        (exception as SocketException ?? exception.InnerException as SocketException)?.SocketErrorCode == SocketError.AddressAlreadyInUse
            ? $"Port {port} is taken. Stop what listens there, or choose another with --port."
            : $"Port {port} cannot be used: {exception.Message} Choose another with --port.",
        exception);
}
