using System.Net;
using System.Net.Sockets;

namespace ImageService.E2E.Programs;

/// <summary>Scripts wait for the port, for the health report, or for the API: each comes when the first request would be answered.</summary>
public sealed class ReadinessTests
{
    [Test]
    public async Task Nothing_is_answered_before_the_API_is_there([Values("_localstack/health", "restapis/images/dev/_user_request_/images")] string polled)
    {
        var port = FreePort();
        var start = LocalProgram.StartAsync("--port", $"{port}", "--ephemeral");
        using var http = new HttpClient { BaseAddress = new Uri($"http://localhost:{port}/") };

        var first = await FirstAnswerAsync(http, polled, start);
        using var list = await http.GetAsync("restapis/images/dev/_user_request_/images");

        await using var program = await start;
        Assert.That(first, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(list.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task The_port_is_closed_until_then()
    {
        var port = FreePort();
        var start = LocalProgram.StartAsync("--port", $"{port}", "--ephemeral");
        using var http = new HttpClient { BaseAddress = new Uri($"http://localhost:{port}/") };

        while (!await IsOpenAsync(port) && !start.IsCompleted)
            await Task.Yield();
        using var list = await http.GetAsync("restapis/images/dev/_user_request_/images");

        await using var program = await start;
        Assert.That(list.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    /// <summary>Asks from the start of the program on, until something is answered.</summary>
    private static async Task<HttpStatusCode> FirstAnswerAsync(HttpClient http, string path, Task start)
    {
        while (true)
        {
            var hasStarted = start.IsCompleted;
            try
            {
                using var answer = await http.GetAsync(path);
                return answer.StatusCode;
            }
            catch (HttpRequestException) when (!hasStarted)
            {
                // It does not listen yet.
            }
        }
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
