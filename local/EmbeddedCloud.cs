using System.Net;
using ImageService.Local.DynamoDb;
using ImageService.Local.Gateway;
using ImageService.Local.Host;
using ImageService.Local.Iam;
using ImageService.Local.S3;
using ImageService.Local.Storage;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Data.Sqlite;

namespace ImageService.Local;

/// <summary>S3, DynamoDB and API Gateway on one port of the loopback interface, in this process.</summary>
public sealed class EmbeddedCloud : IAsyncDisposable
{
    private readonly DataFolder _folder;
    private readonly S3Service _s3;
    private readonly DynamoDbService _dynamoDb;
    private readonly ApiGateway _gateway;
    private readonly WebApplication _app;

    private EmbeddedCloud(EmbeddedCloudOptions options, DataFolder folder)
    {
        _folder = folder;
        _s3 = new S3Service(folder, Iam, options.Time);
        _dynamoDb = new DynamoDbService(folder, Iam, options.Time);
        _gateway = new ApiGateway(options.Time);
        _app = Build(options, new Dispatcher(_s3, _dynamoDb, _gateway, Calls, options.Time, options.ErrorLog));
    }

    /// <summary>The counters of AWS calls, and the way to break some.</summary>
    public AwsCalls Calls { get; } = new();

    /// <summary>The roles, and what they may do.</summary>
    public IamService Iam { get; } = new();

    /// <summary>Where the cloud listens, such as <c>http://127.0.0.1:4566/</c>: the endpoint URL for AWS clients.</summary>
    public Uri Endpoint => new(_app.Urls.First());

    /// <summary>Starts a cloud; it answers when the task ends.</summary>
    /// <exception cref="CloudStartException">The port is taken, or the data folder cannot be used.</exception>
    public static async Task<EmbeddedCloud> StartAsync(EmbeddedCloudOptions options)
    {
        var cloud = Open(options);
        try
        {
            await cloud._app.StartAsync();
            return cloud;
        }
        catch (IOException exception)
        {
            await cloud.DisposeAsync();
            throw new CloudStartException($"Port {options.Port} is taken. Stop what listens there, or choose another with --port.", exception);
        }
    }

    /// <summary>Makes an API reachable, in place of one with the same id and stage.</summary>
    /// <returns>The base URL of the API, without a slash at its end.</returns>
    public Uri Deploy(Api api)
    {
        _gateway.Deploy(api);
        return new Uri(Endpoint, ApiUrl.BasePath(api));
    }

    /// <summary>Stops: requests under way are finished, the data is closed, a temporary folder is removed.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _s3.Dispose();
        _dynamoDb.Dispose();
        _folder.Dispose();
    }

    private static EmbeddedCloud Open(EmbeddedCloudOptions options)
    {
        DataFolder? folder = null;
        try
        {
            folder = options.DataFolder is { } path ? DataFolder.Open(path) : DataFolder.Temporary();
            return new EmbeddedCloud(options, folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SqliteException)
        {
            folder?.Dispose();
            throw new CloudStartException($"The data folder {options.DataFolder} cannot be used: {exception.Message}", exception);
        }
    }

    private static WebApplication Build(EmbeddedCloudOptions options, Dispatcher dispatcher)
    {
        // The empty builder: no configuration files, no logging, no middleware; it starts in milliseconds.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, options.Port));
        var app = builder.Build();
        RequestDelegate handle = dispatcher.HandleAsync;
        app.Run(options.RequestLog is { } log ? RequestLog.Around(handle, log, options.Time) : handle);
        return app;
    }

    private static void Listen(KestrelServerOptions kestrel, int port)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = null; // Each service has its own limit.
        if (port == 0)
            kestrel.Listen(IPAddress.Loopback, 0, Http1);
        else
            kestrel.ListenLocalhost(port, Http1);

        static void Http1(ListenOptions listen) => listen.Protocols = HttpProtocols.Http1;
    }
}
