using System.Net.Sockets;
using System.Text;

namespace EmbeddedAws.Tests;

/// <summary>A connection on which a test writes each byte itself.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly TcpClient _tcp = new();
    private readonly Uri _endpoint;
    private NetworkStream? _stream;

    private RawConnection(Uri endpoint) => _endpoint = endpoint;

    /// <summary>Connects to a cloud, or to the one that the tests share.</summary>
    public static async Task<RawConnection> OpenAsync(Uri? endpoint = null)
    {
        var connection = new RawConnection(endpoint ?? AwsSurface.Endpoint);
        await connection._tcp.ConnectAsync(connection._endpoint.Host, connection._endpoint.Port);
        connection._stream = connection._tcp.GetStream();
        return connection;
    }

    /// <summary>Sends the head of a request with a Host header and the blank line, signed where it is for S3 or DynamoDB, then some of its body.</summary>
    /// <param name="requestLine">Method, target and version.</param>
    /// <param name="headers">The headers, as lines.</param>
    /// <param name="body">What is sent of the body.</param>
    /// <param name="signed">The body as it is going to be read, where it is sent in another way or in pieces.</param>
    /// <param name="signature">Who signs; null for the user of this machine.</param>
    public async Task SendAsync(string requestLine, string[] headers, string body = "", string? signed = null, RequestSignature? signature = null)
    {
        var parts = requestLine.Split(' ');
        var named = headers.Select(header => header.Split(':', 2, StringSplitOptions.TrimEntries)).Select(header => (header[0], header[1]));
        headers = [.. (signature ?? new RequestSignature()).Sign(parts[0], $"http://{_endpoint.Authority}{parts[1]}", named, Encoding.UTF8.GetBytes(signed ?? body)).Select(header => $"{header.Name}: {header.Value}")];
        var text = $"{requestLine}\r\nHost: {_endpoint.Authority}\r\n{string.Concat(headers.Select(h => $"{h}\r\n"))}\r\n{body}";
        await _stream!.WriteAsync(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Sends some more of the body.</summary>
    public async Task WriteAsync(string text) => await _stream!.WriteAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>Sends some more, if the server still listens.</summary>
    public async Task TryWriteAsync(string text)
    {
        try
        {
            await WriteAsync(text);
        }
        catch (IOException)
        {
            // The server has closed the connection.
        }
    }

    /// <summary>Tells the server that nothing more will come.</summary>
    public void EndOfRequest() => _stream!.Socket.Shutdown(SocketShutdown.Send);

    /// <summary>Reads until the text has come, or the connection has ended.</summary>
    public async Task<string> ReadUntilAsync(string text)
    {
        var answer = new StringBuilder();
        var buffer = new byte[4096];
        while (!answer.ToString().Contains(text, StringComparison.Ordinal))
        {
            int read;
            try
            {
                read = await _stream!.ReadAsync(buffer);
            }
            catch (IOException)
            {
                // The server has cut the connection: that is an end too.
                break;
            }

            if (read == 0)
                break;
            answer.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }

        return answer.ToString();
    }

    public void Dispose()
    {
        _stream?.Dispose();
        _tcp.Dispose();
    }
}
