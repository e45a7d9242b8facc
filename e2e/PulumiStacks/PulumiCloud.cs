using ImageService.E2E.Clouds;
using ImageService.E2E.Contract;
using Pulumi.Automation.Commands;

namespace ImageService.E2E.PulumiStacks;

/// <summary>A server of AWS's API, with the service deployed to it by the Pulumi program and its CLI.</summary>
internal sealed class PulumiCloud : ICloud
{
    private const int Parallelism = 8;

    private readonly RunFolder _folder;
    private readonly PulumiCommand _pulumi;
    private readonly IAwsServer _server;
    private readonly DeployedStack _stack;

    private PulumiCloud(RunFolder folder, PulumiCommand pulumi, IAwsServer server, DeployedStack stack)
    {
        _folder = folder;
        _pulumi = pulumi;
        _server = server;
        _stack = stack;
        Api = ClientOf(stack);
    }

    /// <summary><c>IMAGE_SERVICE_COMPILE=aot</c> deploys native functions.</summary>
    private static (string Key, string Value)[] Compilation => Environment.GetEnvironmentVariable("IMAGE_SERVICE_COMPILE") is { } how ? [("image-service:compile", how)] : [];

    public string Name => $"{_server.Name}, deployed by pulumi up";

    public bool IsLocalStack => _server.IsLocalStack;

    public ApiClient Api { get; }

    /// <summary>Where S3 and DynamoDB of the server are.</summary>
    public Uri Endpoint => _server.Endpoint;

    /// <summary>A client of the API of a stack.</summary>
    public static ApiClient ClientOf(DeployedStack stack) => new(stack.ApiUrl, Parallelism) { Recorder = Recorder.Other };

    /// <param name="startServer">Starts the server, with the files of this run.</param>
    /// <exception cref="CloudUnavailableException">The server cannot start, or the CLI is missing.</exception>
    /// <exception cref="InvalidOperationException">The program does not deploy.</exception>
    public static async Task<ICloud> StartAsync(Func<RunFolder, Task<IAwsServer>> startServer)
    {
        var folder = new RunFolder();
        try
        {
            var server = await startServer(folder);
            try
            {
                var pulumi = await PulumiCli.FindOrInstallAsync();
                return new PulumiCloud(folder, pulumi, server, await DeployedStack.DeployAsync("e2e", server.Endpoint, folder, pulumi, Compilation));
            }
            catch
            {
                await server.DisposeAsync();
                throw;
            }
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Deploys the service once more, under other names.</summary>
    /// <param name="name">What the name of the stack begins with.</param>
    /// <param name="settings">Configuration beyond that of Pulumi.local.yaml.</param>
    public Task<DeployedStack> DeployAsync(string name, params (string Key, string Value)[] settings) =>
        DeployedStack.DeployAsync(name, _server.Endpoint, _folder, _pulumi, settings);

    public async ValueTask DisposeAsync()
    {
        using var folder = _folder;
        Api.Dispose();
        try
        {
            await _stack.DisposeAsync();
        }
        finally
        {
            await _server.DisposeAsync();
        }

        if (TestContext.CurrentContext.Result.FailCount == 0)
            folder.Succeed();
    }
}
