using EmbeddedAws;
using EmbeddedAws.Host;
using ImageService.E2E.Clouds;
using ImageService.Local;

namespace ImageService.E2E.Crashes;

/// <summary>The service on an embedded cloud whose data is in a folder and stays there.</summary>
internal sealed class ServedFolder : IAsyncDisposable
{
    private readonly EmbeddedCloud _cloud;
    private readonly ServiceDeployment _service;

    private ServedFolder(EmbeddedCloud cloud, ServiceDeployment service) => (_cloud, _service) = (cloud, service);

    /// <summary>The base URL of the API.</summary>
    public Uri Url => _service.Url;

    /// <summary>The counters and faults of S3 and DynamoDB.</summary>
    public AwsCalls Calls => _cloud.Calls;

    /// <param name="folder">The folder.</param>
    /// <param name="clock">The clock of the cloud and of the service.</param>
    public static async Task<ServedFolder> StartAsync(string folder, TimeProvider clock)
    {
        var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { DataFolder = folder, Time = clock });
        try
        {
            return new ServedFolder(cloud, await ServiceDeployment.DeployAsync(cloud, new ServiceDeploymentOptions { Time = clock }));
        }
        catch
        {
            await cloud.DisposeAsync();
            throw;
        }
    }

    /// <summary>A client of its API.</summary>
    public ApiClient Client() => new(Url, parallelism: 8);

    /// <summary>The ids of items whose object is not there.</summary>
    public async Task<IReadOnlyList<string>> ItemsWithoutObject()
    {
        var settings = ServiceDeployment.SettingsFor(_cloud);
        using var s3 = TestClients.S3(settings.AwsEndpoint!, ServiceDeployment.Credentials);
        using var dynamoDb = TestClients.DynamoDb(settings.AwsEndpoint!, ServiceDeployment.Credentials);
        return await new StoredData(s3, dynamoDb, settings).ItemsWithoutObject();
    }

    public async ValueTask DisposeAsync()
    {
        await _cloud.StopAsync();
        _service.Dispose();
        await _cloud.DisposeAsync();
    }
}
