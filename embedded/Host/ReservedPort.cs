using System.Net;
using System.Net.Sockets;

namespace EmbeddedAws.Host;

/// <summary>A port of the loopback interface that is bound and does not listen: until a server starts on it, connections are refused.</summary>
internal sealed class ReservedPort : IDisposable
{
    private readonly List<Socket> _sockets = [];

    /// <summary>Binds a port, of IPv6 too where there is IPv6; 0 takes a free one.</summary>
    /// <exception cref="SocketException">The port is taken, or may not be used.</exception>
    public ReservedPort(int port)
    {
        try
        {
            Bind(IPAddress.Loopback, port);
            if (port != 0 && Socket.OSSupportsIPv6)
                Bind(IPAddress.IPv6Loopback, port);
        }
        catch (SocketException exception) when (_sockets.Count > 0 && exception.SocketErrorCode != SocketError.AddressAlreadyInUse)
        {
            // IPv6 is there and has no loopback address.
        }
        catch
        {
            Dispose();
            throw;
        }

        Url = port == 0 ? new Uri($"http://{_sockets[0].LocalEndPoint}/") : new Uri($"http://localhost:{port}/");
    }

    /// <summary>The URL of a server on the port.</summary>
    public Uri Url { get; }

    /// <summary>The addresses that are bound.</summary>
    public IEnumerable<IPEndPoint> Addresses => _sockets.Select(socket => (IPEndPoint)socket.LocalEndPoint!);

    /// <summary>The socket of an address, for the server that is to listen on it.</summary>
    public Socket SocketOf(EndPoint address) => _sockets.Single(socket => address.Equals(socket.LocalEndPoint));

    public void Dispose()
    {
        foreach (var socket in _sockets)
            socket.Dispose();
    }

    private void Bind(IPAddress address, int port)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            _sockets.Add(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
