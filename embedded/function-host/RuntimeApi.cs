using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EmbeddedAws.FunctionHost;

/// <summary>
/// A client of the runtime API (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html) on one connection, without HttpClient, which takes longer
/// to load than all of this process. The process ends as soon as the connection does: the cloud that started it is gone.
/// </summary>
internal sealed class RuntimeApi : IDisposable
{
    private const string Path = "/2018-06-01/runtime/";

    private readonly string _host;
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly Queue<Answer> _answers = [];

    public RuntimeApi(string host)
    {
        _host = host;
        _socket.Connect(IPEndPoint.Parse(host));
        new Thread(ReadToTheEnd) { IsBackground = true }.Start();
    }

    /// <summary>Waits for an invocation.</summary>
    public Invocation Next() => Call("GET", "invocation/next", []) is var answer ? new Invocation(answer.Headers, answer.Body) : null!;

    public void Respond(Invocation invocation, byte[] result) => Call("POST", $"invocation/{invocation.RequestId}/response", result);

    public void Fail(Invocation invocation, byte[] failure) => Call("POST", $"invocation/{invocation.RequestId}/error", failure);

    public void FailInit(byte[] failure) => Call("POST", "init/error", failure);

    public void Dispose() => _socket.Dispose();

    private Answer Call(string method, string path, byte[] body)
    {
        Send(Encoding.ASCII.GetBytes($"{method} {Path}{path} HTTP/1.1\r\nHost: {_host}\r\nContent-Length: {body.Length}\r\n\r\n"));
        Send(body);
        lock (_answers)
        {
            while (_answers.Count == 0)
                Monitor.Wait(_answers);
            return _answers.Dequeue();
        }
    }

    private void Send(byte[] bytes)
    {
        try
        {
            for (var sent = 0; sent < bytes.Length;)
                sent += _socket.Send(bytes.AsSpan(sent));
        }
        catch (SocketException)
        {
            End();
        }
    }

    private void ReadToTheEnd()
    {
        try
        {
            var stream = new BufferedStream(new NetworkStream(_socket));
            while (Answer.Read(stream) is { } answer)
            {
                lock (_answers)
                {
                    _answers.Enqueue(answer);
                    Monitor.Pulse(_answers);
                }
            }
        }
        catch (IOException)
        {
            // Reset, which is an end as well.
        }

        End();
    }

    /// <summary>At once, even if the function is still running.</summary>
    private static void End() => Process.GetCurrentProcess().Kill();
}
