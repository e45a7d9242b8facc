using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace ImageService.E2E.Client;

/// <summary>A request whose bytes a test writes itself, where every client would tidy them.</summary>
internal static class RawRequest
{
    /// <summary>Sends the head of a request, without a body, and reads the answer.</summary>
    public static async Task<string> SendAsync(Uri url, string method, params string[] headers)
    {
        const string contentLength = "Content-Length: ";
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(url.Host, url.Port);
        await using var stream = tcp.GetStream();
        string[] request = [$"{method} {url.PathAndQuery} HTTP/1.1", $"Host: {url.Authority}", "Connection: close", .. Api.ApiKey is { } key ? [$"x-api-key: {key}"] : (string[])[], .. headers, "", ""];
        await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Join("\r\n", request)));

        using var reader = new StreamReader(stream, Encoding.ASCII);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var head = new List<string>();
        while (await reader.ReadLineAsync(limit.Token) is { Length: > 0 } line)
            head.Add(line);
        var length = head.SingleOrDefault(line => line.StartsWith(contentLength, StringComparison.OrdinalIgnoreCase))?[contentLength.Length..];
        var body = new char[int.Parse(length ?? "0", CultureInfo.InvariantCulture)];
        await reader.ReadBlockAsync(body, limit.Token);
        return string.Join('\n', [.. head, "", new string(body)]);
    }
}
