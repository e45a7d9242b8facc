using ImageService.E2E.Clouds;
using ImageService.E2E.Contract;
using Pulumi.Automation.Commands;

namespace ImageService.E2E.LocalStack;

/// <summary>LocalStack in a container, with the service deployed to it by the Pulumi program.</summary>
internal sealed class LocalStackCloud : ICloud
{
    private const int Parallelism = 8;

    private readonly RunFolder _folder;
    private readonly PulumiCommand _pulumi;
    private readonly LocalStackServer _server;
    private readonly DeployedStack _stack;

    private LocalStackCloud(RunFolder folder, PulumiCommand pulumi, LocalStackServer server, DeployedStack stack)
    {
        _folder = folder;
        _pulumi = pulumi;
        _server = server;
        _stack = stack;
        Api = ClientOf(stack);
    }

    public string Name => "LocalStack, deployed by the Pulumi program";

    public bool IsLocalStack => true;

    public ApiClient Api { get; }

    /// <summary>Where LocalStack's S3 and DynamoDB are.</summary>
    public Uri Endpoint => _server.Endpoint;

    /// <summary>A client of the API of a stack.</summary>
    public static ApiClient ClientOf(DeployedStack stack) => new(stack.ApiUrl, Parallelism) { Recorder = Recorder.Other };

    /// <exception cref="CloudUnavailableException">Docker, an image or the CLI is missing.</exception>
    /// <exception cref="InvalidOperationException">The program does not deploy.</exception>
    public static async Task<ICloud> StartAsync()
    {
        var folder = new RunFolder();
        try
        {
            var server = await LocalStackServer.StartAsync(folder);
            try
            {
                var pulumi = await PulumiCli.FindOrInstallAsync();
                return new LocalStackCloud(folder, pulumi, server, await DeployedStack.DeployAsync("e2e", server.Endpoint, folder, pulumi));
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
