using System.Net;
using System.Net.Sockets;
using EmbeddedAws.ApiGateway;
using EmbeddedAws.DynamoDb;
using EmbeddedAws.Host;
using EmbeddedAws.Iam;
using EmbeddedAws.S3;
using EmbeddedAws.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Data.Sqlite;

namespace EmbeddedAws;

/// <summary>S3, DynamoDB and API Gateway on one port of the loopback interface, in this process.</summary>
public sealed class EmbeddedCloud : IAsyncDisposable
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);

    private readonly DataFolder _folder;
    private readonly S3Service _s3;
    private readonly DynamoDbService _dynamoDb;
    private readonly ApiGatewayService _gateway;
    private readonly WebApplication _app;

    private EmbeddedCloud(EmbeddedCloudOptions options, DataFolder folder)
    {
        _folder = folder;
        _s3 = new S3Service(folder, Iam, options.Time);
        try
        {
            _dynamoDb = new DynamoDbService(folder, Iam, options.Time);
        }
        catch
        {
            _s3.Dispose();
            throw;
        }

        _gateway = new ApiGatewayService(options.Time, options.ErrorLog);
        _app = Build(options, new Dispatcher(_s3, _dynamoDb, _gateway, Calls, options.ErrorLog));
    }

    /// <summary>The counters of AWS calls, and the way to break some.</summary>
    public AwsCalls Calls { get; } = new();

    /// <summary>The roles, and what they may do.</summary>
    public IamService Iam { get; } = new();

    /// <summary>Where the cloud listens, such as <c>http://localhost:4566/</c>: the endpoint URL for AWS clients.</summary>
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
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            await cloud.DisposeAsync();
            throw new CloudStartException(
                exception.InnerException is AddressInUseException
                    ? $"Port {options.Port} is taken. Stop what listens there, or choose another with --port."
                    : $"Port {options.Port} cannot be used: {exception.Message} Choose another with --port.",
                exception);
        }
    }

    /// <summary>Makes an API reachable, in place of one with the same id and stage.</summary>
    /// <returns>The base URL of the API, without a slash at its end.</returns>
    public Uri Deploy(RestApi api)
    {
        _gateway.Deploy(api);
        return new Uri(Endpoint, ApiUrl.BasePath(api));
    }

    /// <summary>Stops, once the requests under way are answered: for each of the two, the API and what is behind it, 10 s at most.</summary>
    public async Task StopAsync()
    {
        await _gateway.StopAsync().WaitAsync(StopLimit).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        using var limit = new CancellationTokenSource(StopLimit);
        await _app.StopAsync(limit.Token);
    }

    /// <summary>Stops, closes the data, and removes a temporary folder.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _app.DisposeAsync();
        _s3.Dispose();
        _dynamoDb.Dispose();
        _folder.Dispose();
    }

    private static EmbeddedCloud Open(EmbeddedCloudOptions options)
    {
        if (OpenFiles.Limit < OpenFiles.Least)
            throw new CloudStartException($"The process may open {OpenFiles.Limit} files, and needs {OpenFiles.Least}: raise the limit, for example by ulimit -n 4096.");
        DataFolder? folder = null;
        try
        {
            folder = options.DataFolder is { } path ? DataFolder.Open(path) : DataFolder.Temporary();
            var cloud = new EmbeddedCloud(options, folder);
            folder.Reserve.Take();
            return cloud;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SqliteException)
        {
            folder?.Dispose();
            throw new CloudStartException($"The data folder {options.DataFolder ?? Path.GetTempPath()} cannot be used: {ResourceFailure.Of(exception)?.Message ?? exception.Message}", exception);
        }
    }

    private static WebApplication Build(EmbeddedCloudOptions options, Dispatcher dispatcher)
    {
        // The empty builder: no configuration files, no logging, no middleware; it starts in milliseconds.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, options.Port));
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        var app = builder.Build();
        RequestDelegate handle = dispatcher.HandleAsync;
        app.Run(UnreadBody.Around(options.RequestLog is { } log ? RequestLog.Around(handle, log, options.Time) : handle));
        return app;
    }

    private static void Listen(KestrelServerOptions kestrel, int port)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxConcurrentConnections = OpenFiles.MostConnections;
        kestrel.Limits.MaxRequestBodySize = null; // Each service has its own limit.
        if (port == 0)
            kestrel.Listen(IPAddress.Loopback, 0, Http1);
        else
            kestrel.ListenLocalhost(port, Http1);

        static void Http1(ListenOptions listen) => listen.Protocols = HttpProtocols.Http1;
    }

    /// <summary>Signals are the program's: the host's own lifetime would take them, for a shutdown that nobody waits for.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
