using System.Net;
using System.Net.Sockets;

namespace ImageService.E2E.Programs;

/// <summary>Scripts wait for the port, for the health report, or for the API: all come when the first request would be answered.</summary>
public sealed class ReadinessTests
{
    [Test]
    public async Task The_port_opens_when_the_API_answers()
    {
        var port = FreePort();
        var start = LocalProgram.StartAsync("--port", $"{port}", "--ephemeral");
        using var http = new HttpClient { BaseAddress = new Uri($"http://localhost:{port}/") };

        await OpenAsync(port, start);
        using var list = await http.GetAsync("restapis/images/dev/_user_request_/images");
        using var health = await http.GetAsync("_localstack/health");

        await using var program = await start;
        Assert.That(list.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(health.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    /// <summary>Tries to connect every few milliseconds until it succeeds, or the program has said that it is ready.</summary>
    private static async Task OpenAsync(int port, Task start)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        while (!start.IsCompleted && !await IsOpenAsync(port))
            await pace.WaitForNextTickAsync();
    }

    private static async Task<bool> IsOpenAsync(int port)
    {
        using var tcp = new TcpClient();
        try
        {
            await tcp.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
