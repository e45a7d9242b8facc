using Amazon.DynamoDBv2;
using Amazon.S3;
using EmbeddedAws;
using EmbeddedAws.Host;
using ImageService.Local;
using Microsoft.Extensions.Time.Testing;

namespace ImageService.E2E.Clouds;

/// <summary>
/// The embedded cloud with the service deployed to it, in this process and on a free port. The suite shares one; a test
/// that counts calls, breaks some, or looks at all that is stored starts its own.
/// </summary>
internal sealed class Embedded : ICloud
{
    /// <summary>The time after which a function answers that it has none left; its gateway waits a little longer.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(27);

    private const int Parallelism = 200;

    private readonly EmbeddedCloud _cloud;
    private readonly List<IDisposable> _services;
    private FakeTimeProvider? _clock;

    private Embedded(EmbeddedCloud cloud, Uri url, IDisposable service)
    {
        _cloud = cloud;
        _services = [service];
        var settings = ServiceDeployment.SettingsFor(cloud);
        S3 = TestClients.S3(settings.AwsEndpoint!, ServiceDeployment.Credentials);
        DynamoDb = TestClients.DynamoDb(settings.AwsEndpoint!, ServiceDeployment.Credentials);
        Api = new ApiClient(url, Parallelism);
        Stored = new StoredData(S3, DynamoDb, settings);
    }

    public string Name => $"the embedded cloud, {CloudPackages.Deployer.Name}";

    public bool IsLocalStack => false;

    public ApiClient Api { get; }

    /// <summary>The counters and faults of this cloud's S3 and DynamoDB.</summary>
    public AwsCalls Calls => _cloud.Calls;

    /// <summary>Where S3 and DynamoDB are.</summary>
    public Uri Endpoint => _cloud.Endpoint;

    /// <summary>What is in bucket and table, whatever the API says.</summary>
    public StoredData Stored { get; }

    private IAmazonS3 S3 { get; }

    private IAmazonDynamoDB DynamoDb { get; }

    /// <inheritdoc cref="EmbeddedCloud.LagReads"/>
    public IDisposable LagReads() => _cloud.LagReads();

    /// <summary>A client with an API key.</summary>
    public ApiClient ClientWith(string apiKey) => new(Api.BaseUrl, Parallelism, apiKey);

    public static Task<Embedded> StartAsync(EmbeddedCloudOptions? cloudOptions = null, ServiceDeploymentOptions? apiOptions = null) =>
        StartAsync(CloudPackages.Deployer, cloudOptions ?? new EmbeddedCloudOptions(), apiOptions ?? new ServiceDeploymentOptions());

    /// <summary>Starts a cloud on a data folder, in which the service may be already: it is deployed directly, as <c>local</c> does it.</summary>
    public static Task<Embedded> OpenAsync(string dataFolder) =>
        StartAsync(new DirectDeployer(), new EmbeddedCloudOptions { DataFolder = dataFolder }, new ServiceDeploymentOptions());

    /// <summary>Starts a cloud whose clock is stopped, as is the service's: the deadline comes once <see cref="PassDeadlineAsync"/> is called.</summary>
    public static async Task<Embedded> StartWithStoppedClockAsync()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var cloud = await StartAsync(new EmbeddedCloudOptions { Time = clock }, new ServiceDeploymentOptions { Time = clock });
        cloud._clock = clock;
        return cloud;
    }

    /// <summary>Once a call has come to where it is held, lets the time pass that a function has.</summary>
    public async Task PassDeadlineAsync(AwsFault.Hold held)
    {
        await held.Reached;
        _clock!.Advance(Deadline);
    }

    /// <summary>Deploys the service once more, directly, in place of what is there; the data stays.</summary>
    public async Task DeployAgainAsync(ServiceDeploymentOptions options) => _services.Add(await ServiceDeployment.DeployAsync(_cloud, options));

    private static async Task<Embedded> StartAsync(IServiceDeployer deployer, EmbeddedCloudOptions cloudOptions, ServiceDeploymentOptions apiOptions)
    {
        var cloud = await EmbeddedCloud.StartAsync(cloudOptions with { RecordsGrants = true });
        try
        {
            var (url, service) = await deployer.DeployAsync(cloud, apiOptions);
            return new Embedded(cloud, url, service);
        }
        catch
        {
            await cloud.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _cloud.StopAsync();
        Api.Dispose();
        S3.Dispose();
        DynamoDb.Dispose();
        foreach (var service in _services)
            service.Dispose();
        await _cloud.DisposeAsync();
    }
}
