using EmbeddedAws;

namespace ImageService.E2E.PulumiStacks;

/// <summary>An embedded cloud without anything in it: <c>dotnet run --project local -- --empty</c>, in this process and on a free port.</summary>
internal sealed class EmptyEmbeddedServer : IAwsServer
{
    private readonly EmbeddedCloud _cloud;
    private readonly StreamWriter _log;

    private EmptyEmbeddedServer(EmbeddedCloud cloud, StreamWriter log) => (_cloud, _log) = (cloud, log);

    public string Name => "the embedded cloud";

    public bool IsLocalStack => false;

    public Uri Endpoint => _cloud.Endpoint;

    public static async Task<IAwsServer> StartAsync(RunFolder folder)
    {
        var log = new StreamWriter(folder.ServerLog, leaveOpen: true) { AutoFlush = true };
        return new EmptyEmbeddedServer(await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { ErrorLog = TextWriter.Synchronized(log) }), log);
    }

    public async ValueTask DisposeAsync()
    {
        await _cloud.DisposeAsync();
        await _log.DisposeAsync();
    }
}
