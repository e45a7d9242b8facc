using System.Net.Sockets;

namespace EmbeddedAws.Tests.Hostile;

/// <summary>Sends a call as it is, each on its own connection.</summary>
internal sealed class HostileClient(Uri endpoint)
{
    /// <summary>Longer than any answer takes, shorter than what the server waits for a body.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <exception cref="OperationCanceledException">There was no answer in time.</exception>
    public async Task<HostileAnswer> SendAsync(HostileCall call)
    {
        using var limit = new CancellationTokenSource(Limit);
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(endpoint.Host, endpoint.Port, limit.Token);
        var stream = tcp.GetStream();
        using var answer = new MemoryStream();
        try
        {
            await stream.WriteAsync(call.Bytes(endpoint.Authority), limit.Token);
            if (call.Framing.IsCutOff)
                tcp.Client.Shutdown(SocketShutdown.Send);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            // It has answered and closed before it had all.
        }

        try
        {
            await stream.CopyToAsync(answer, limit.Token);
        }
        catch (IOException)
        {
            // It has closed a connection on which there was more to read; what it answered before counts.
        }

        return new HostileAnswer(answer.ToArray());
    }
}
