using Amazon.Runtime;
using ImageService.Handlers;
using ImageService.Handlers.Routing;
using ImageService.Local.Gateway;

namespace ImageService.Local.Deployment;

/// <summary>The service, deployed to an embedded cloud: its bucket, its table, its functions and its API.</summary>
public sealed class ImageApi : IDisposable
{
    /// <summary>LocalStack's credentials; the embedded cloud knows them too.</summary>
    public static readonly AWSCredentials Credentials = new BasicAWSCredentials("test", "test");

    private readonly FunctionClients _clients;

    private ImageApi(Uri url, FunctionClients clients)
    {
        Url = url;
        _clients = clients;
    }

    /// <summary>The base URL of the API: <c>http://localhost:4566/restapis/images/dev/_user_request_</c>.</summary>
    public Uri Url { get; }

    /// <summary>The URL of all images: <c>http://localhost:4566/restapis/images/dev/_user_request_/images</c>.</summary>
    public Uri ImagesUrl => new($"{Url}{RouteTable.PathOf(Operation.ListImages)}");

    /// <summary>The settings of the service on an embedded cloud.</summary>
    /// <param name="cloud">The cloud.</param>
    public static Settings SettingsFor(EmbeddedCloud cloud) => new()
    {
        BucketName = "image-storage-bucket",
        TableName = "ImageMetadata",
        Region = "us-east-1",
        AwsEndpoint = cloud.Endpoint,
    };

    /// <summary>Deploys the service; a bucket and a table that are there already stay as they are.</summary>
    /// <param name="cloud">Where to.</param>
    /// <param name="options">What differs from the usual; null for nothing.</param>
    public static async Task<ImageApi> DeployAsync(EmbeddedCloud cloud, ImageApiOptions? options = null)
    {
        options ??= new ImageApiOptions();
        var settings = SettingsFor(cloud) with { CorsOrigin = options.CorsOrigin, ListShards = options.ListShards, OnLocalStack = options.OnLocalStack };
        var clients = new FunctionClients(settings, Credentials, options.Time);
        await Resources.CreateAsync(clients.S3, clients.DynamoDb, settings);

        var functions = new Functions(settings, clients, options.Time, new FailureLog(options.Log).Write);
        var routes = RouteTable.Methods(RouteTable.Routes).Select(route => new ApiRoute(
            route.Method, route.Path, $"{route.Operation}", request => functions.InvokeAsync(route.Operation, request))
        { FunctionTimeout = options.FunctionTimeout });
        var api = new Api("images", "dev", [.. routes]) { GatewayResponses = GatewayResponse.Of(options.CorsOrigin) };
        return new ImageApi(cloud.Deploy(api), clients);
    }

    /// <summary>Disposes the clients of the functions. Stop the cloud first: a request that still comes in is answered by a 500.</summary>
    public void Dispose() => _clients.Dispose();
}
