using System.Net.Sockets;
using System.Text;

namespace ImageService.E2E.Programs;

/// <summary>A clean stop waits for requests under way; a second signal does not.</summary>
[Platform(Exclude = "Win", Reason = "Windows has no such signals.")]
public sealed class SecondSignalTests
{
    private readonly TemporaryFolder _data = new();

    [TearDown]
    public void RemoveData() => _data.Dispose();

    [TestCase(Signal.Interrupt, Signal.Interrupt, 130)]
    [TestCase(Signal.Hangup, Signal.Terminate, 143)]
    public async Task A_second_signal_ends_it_at_once(Signal first, Signal second, int exitCode)
    {
        Signals.AssumeNotIgnored(first);
        Signals.AssumeNotIgnored(second);
        await using var program = await LocalProgram.StartAsync("--port", "0", "--data", _data.Path);
        using var hanging = await StartRequestAsync(program.ImagesUrl);

        await program.BeginToStopAsync(first);
        var ended = await program.StopAsync(second);

        // A clean stop ends with 0, however long it takes.
        Assert.That(ended, Is.EqualTo(exitCode));
    }

    /// <summary>A request whose body does not come.</summary>
    private static async Task<TcpClient> StartRequestAsync(Uri images)
    {
        var tcp = new TcpClient();
        await tcp.ConnectAsync(images.Host, images.Port);
        var head = $"POST {images.AbsolutePath} HTTP/1.1\r\nHost: {images.Authority}\r\nContent-Length: 100\r\nExpect: 100-continue\r\n\r\n";
        await tcp.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
        // It is under way: the server asks for the body.
        Assert.That(await tcp.GetStream().ReadAsync(new byte[100]), Is.Positive);
        return tcp;
    }
}
