using EmbeddedAws;
using ImageService.Handlers;
using ImageService.Handlers.Http;
using ImageService.Handlers.Routing;
using ImageService.Handlers.Storage;
using ImageService.Local;

namespace ImageService.E2E.Operations;

/// <summary>The service without a gateway before it, for what one gateway passes on and another does not. It has its own cloud.</summary>
internal sealed class DirectService : IAsyncDisposable
{
    private readonly EmbeddedCloud _cloud;
    private readonly ServiceDeployment _api;
    private readonly AwsAccess _clients;
    private readonly ImageApi _service;

    private DirectService(EmbeddedCloud cloud, ServiceDeployment api)
    {
        var settings = ServiceDeployment.SettingsFor(cloud);
        _cloud = cloud;
        _api = api;
        _clients = new AwsAccess(settings, ServiceDeployment.Credentials, TimeProvider.System);
        _service = new ImageApi(settings, _clients, TimeProvider.System, _ => { });
    }

    public static async Task<DirectService> StartAsync()
    {
        var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());
        return new DirectService(cloud, await ServiceDeployment.DeployAsync(cloud));
    }

    /// <summary>Uploads a body with these headers.</summary>
    public Task<Answer> Upload(byte[] body, params (string Name, string Value)[] headers) =>
        Send(Operation.UploadImage, "POST", "/images", body, headers);

    /// <summary>Sends any request; by default the function has 28 s for it.</summary>
    public async Task<Answer> Send(
        Operation operation, string method, string path, byte[] body, (string Name, string Value)[] headers, TimeSpan? remainingTime = null)
    {
        var response = await _service.InvokeAsync(operation, new Request
        {
            Method = method,
            Path = path,
            Headers = headers.ToDictionary(header => header.Name, header => (IReadOnlyList<string>)[header.Value], StringComparer.OrdinalIgnoreCase),
            Body = body,
            Id = $"{Guid.NewGuid()}",
            RemainingTime = remainingTime ?? TimeSpan.FromSeconds(28),
        });
        return new Answer(response.Status, response.Headers, response.Body.ToArray());
    }

    public async ValueTask DisposeAsync()
    {
        await _cloud.StopAsync();
        _clients.Dispose();
        _api.Dispose();
        await _cloud.DisposeAsync();
    }
}
