using Amazon.Runtime;
using EmbeddedAws;
using EmbeddedAws.ApiGateway;
using ImageService.Handlers;
using ImageService.Handlers.Routing;
using ImageService.Handlers.Storage;
using ImageService.Rendering;

namespace ImageService.Local;

/// <summary>The service, deployed to an embedded cloud: its bucket, its table, its functions and its API.</summary>
public sealed class ServiceDeployment : IDisposable
{
    /// <summary>LocalStack's credentials; the embedded cloud knows them too.</summary>
    public static readonly AWSCredentials Credentials = new BasicAWSCredentials("test", "test");

    /// <summary>Lambda's timeout of each function; the gateway waits for 29 s.</summary>
    private static readonly TimeSpan FunctionTimeout = TimeSpan.FromSeconds(28);

    private readonly AwsAccess _clients;
    private readonly VipsRenderer _renderer;

    private ServiceDeployment(Uri url, AwsAccess clients, VipsRenderer renderer)
    {
        Url = url;
        _clients = clients;
        _renderer = renderer;
    }

    /// <summary>The base URL of the API: <c>http://localhost:4566/restapis/images/dev/_user_request_</c>.</summary>
    public Uri Url { get; }

    /// <summary>The URL of all images: <c>http://localhost:4566/restapis/images/dev/_user_request_/images</c>.</summary>
    public Uri ImagesUrl => new($"{Url}{RouteTable.PathOf(Operation.ListImages)}");

    /// <summary>The URL of the gallery: <c>http://localhost:4566/restapis/images/dev/_user_request_/</c>.</summary>
    public Uri GalleryUrl => new($"{Url}{RouteTable.PathOf(Operation.GetGallery)}");

    /// <summary>The settings with which the service finds its bucket and table on an embedded cloud.</summary>
    /// <param name="cloud">The cloud.</param>
    public static Settings SettingsFor(EmbeddedCloud cloud) => SettingsFor(cloud.Endpoint);

    /// <summary>The settings of the service on a cloud that is reached at an endpoint.</summary>
    /// <param name="endpoint">Where S3 and DynamoDB are.</param>
    public static Settings SettingsFor(Uri endpoint) => new()
    {
        BucketName = "image-storage-bucket",
        TableName = "ImageMetadata",
        Region = "us-east-1",
        AwsEndpoint = endpoint,
    };

    /// <summary>Deploys the service; a bucket and a table that are there already stay as they are.</summary>
    /// <param name="cloud">Where to. It may listen already, or after the deployment.</param>
    /// <param name="options">What differs from the usual; null for nothing.</param>
    public static async Task<ServiceDeployment> DeployAsync(EmbeddedCloud cloud, ServiceDeploymentOptions? options = null)
    {
        options ??= new ServiceDeploymentOptions();
        var settings = SettingsFor(cloud) with
        {
            CorsOrigin = options.CorsOrigin,
            ListShards = options.ListShards,
            OnLocalStack = options.OnLocalStack,
            VariantMaxPixels = options.VariantMaxPixels,
            VariantMaxBytes = options.VariantMaxBytes,
        };
        await Task.WhenAll(cloud.CreateBucketAsync(settings.BucketName, [BucketAndTable.Cors(settings.CorsOrigin)]), cloud.CreateTableAsync(BucketAndTable.Table(settings.TableName)));

        var clients = new AwsAccess(settings, Credentials, options.Time);
        var renderer = new VipsRenderer();
        var service = new ImageApi(settings, clients, options.Time, new FailureLog(options.Log).Write, renderer);
        var methods = RouteTable.Methods(RouteTable.Routes).Select(route => new ApiMethod(
            route.Method, route.Path, InProcessFunction.Of(service, route.Operation, options.Answered) with { Timeout = FunctionTimeout })
        {
            ApiKeyRequired = options.ApiKeys.Count > 0 && RouteTable.NeedsKey(route.Operation),
        });
        var api = new RestApi("images", "dev", [.. methods]) { GatewayResponses = GatewayResponses(options.CorsOrigin), UsagePlans = [KeyPlan.Of(options)] };
        return new ServiceDeployment(cloud.Deploy(api), clients, renderer);
    }

    /// <summary>Disposes the clients of the functions. Stop the cloud first: a request that still comes in is answered by a 500.</summary>
    public void Dispose()
    {
        _clients.Dispose();
        _renderer.Dispose();
    }

    private static Dictionary<string, GatewayResponse> GatewayResponses(string corsOrigin) => GatewayProblems.All.ToDictionary(
        problem => problem.ResponseType,
        problem => new GatewayResponse(problem.Problem.Status, problem.Template, problem.Headers(corsOrigin)));
}
