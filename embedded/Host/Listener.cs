using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace EmbeddedAws.Host;

/// <summary>Answers the requests that come to one port.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Listener(WebApplication app) => _app = app;

    /// <summary>Starts to listen on a port, which it takes over.</summary>
    /// <param name="port">The port.</param>
    /// <param name="handle">Answers a request.</param>
    /// <param name="keepAlive">How long a connection may rest, where it is not Kestrel's two minutes.</param>
    /// <exception cref="SocketException">Another process was faster.</exception>
    public static async Task<Listener> StartAsync(ReservedPort port, RequestDelegate handle, TimeSpan? keepAlive = null)
    {
        // The empty builder: no configuration files, no logging, no middleware; it starts in milliseconds.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Configure(kestrel, port, keepAlive));
        builder.Services.Configure<SocketTransportOptions>(sockets => sockets.CreateBoundListenSocket = port.SocketOf);
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        var app = builder.Build();
        app.Run(handle);
        try
        {
            await app.StartAsync();
            return new Listener(app);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Accepts no more connections, and waits for the requests under way until it is cancelled.</summary>
    public Task StopAsync(CancellationToken limit) => _app.StopAsync(limit);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static void Configure(KestrelServerOptions kestrel, ReservedPort port, TimeSpan? keepAlive)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.KeepAliveTimeout = keepAlive ?? kestrel.Limits.KeepAliveTimeout;
        kestrel.Limits.MaxConcurrentConnections = OpenFiles.MostConnections;
        kestrel.Limits.MaxRequestBodySize = null; // Each service has its own limit.
        kestrel.Limits.MaxRequestBufferSize = 256 * 1024; // Of each connection; a body is read as it arrives.
        foreach (var address in port.Addresses)
            kestrel.Listen(address, listen => listen.Protocols = HttpProtocols.Http1);
    }

    /// <summary>Signals are the program's: the host's own lifetime would take them, and stop the server before the program does.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
