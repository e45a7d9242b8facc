using System.Net.Sockets;
using System.Text.Json.Nodes;
using EmbeddedAws.ApiGateway;
using EmbeddedAws.ApiGateway.Serving;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.DynamoDb;
using EmbeddedAws.Host;
using EmbeddedAws.Iam;
using EmbeddedAws.Lambda;
using EmbeddedAws.S3;
using EmbeddedAws.S3.Cors;
using EmbeddedAws.Signing;
using EmbeddedAws.Storage;
using Microsoft.Data.Sqlite;

namespace EmbeddedAws;

/// <summary>An AWS on one port of the loopback interface, in this process: S3, DynamoDB, API Gateway, Lambda, and what manages them.</summary>
public sealed class EmbeddedCloud : IAsyncDisposable
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);

    private readonly DataFolder _folder;
    private readonly ReservedPort _port;
    private readonly S3Service _s3;
    private readonly DynamoDbService _dynamoDb;
    private readonly ApiGatewayService _gateway;
    private readonly ResourceStore _resources;
    private readonly ControlServices _control;
    private readonly RequestDelegate _handle;
    private Listener? _listener;
    private Task? _stopped;
    private Task? _disposed;

    private EmbeddedCloud(EmbeddedCloudOptions options, DataFolder folder, ReservedPort port)
    {
        (_folder, _port) = (folder, port);
        _resources = new ResourceStore(folder);
        Iam = new IamService(_resources, options.Time, options.RecordsGrants);
        var keys = new AccessKeys(Iam);
        var names = new LocalNames(options.AllowedHosts);
        _s3 = new S3Service(folder, keys, names, options.Time, options.ErrorLog);
        try
        {
            _dynamoDb = new DynamoDbService(folder, keys, options.Time, options.ErrorLog);
            _control = new ControlServices(folder, _resources, Iam, keys, _s3.Tags, Endpoint, options);
        }
        catch
        {
            _resources.Dispose();
            _s3.Dispose();
            _dynamoDb?.Dispose();
            throw;
        }

        _gateway = new ApiGatewayService(new ServedStages(_resources, _control.Functions, options.Time), options.Time, options.ErrorLog);
        RequestDelegate handle = new Dispatcher(new PageGuard(names, options.AllowedOrigins), [_s3, _dynamoDb, .. _control.All], _gateway, Calls, options.Time, options.ErrorLog).HandleAsync;
        _handle = ContinueForEmptyBody.Around(CloseAfterUnreadBody.Around(options.RequestLog is { } log ? VerboseLog.Around(handle, log, options.Time) : handle));
    }

    /// <summary>The counters of AWS calls, and the way to break some.</summary>
    public AwsCalls Calls { get; } = new();

    /// <summary>The roles, and what they may do.</summary>
    public IamService Iam { get; }

    /// <summary>Where the cloud listens, such as <c>http://localhost:4566/</c>: the endpoint URL for AWS clients.</summary>
    public Uri Endpoint => _port.Url;

    /// <summary>Starts a cloud; it answers when the task ends.</summary>
    /// <exception cref="CloudStartException">The port is taken, or the data folder cannot be used.</exception>
    public static async Task<EmbeddedCloud> StartAsync(EmbeddedCloudOptions options)
    {
        var cloud = Open(options);
        await cloud.ListenAsync();
        return cloud;
    }

    /// <summary>Opens a cloud: its <see cref="Endpoint"/> is known, and refuses connections until <see cref="ListenAsync"/>.</summary>
    /// <exception cref="CloudStartException">The port is taken, or the data folder cannot be used.</exception>
    public static EmbeddedCloud Open(EmbeddedCloudOptions options)
    {
        if (OpenFiles.Limit < OpenFiles.Least)
            throw new CloudStartException($"The process may open {OpenFiles.Limit} files, and needs {OpenFiles.Least}: raise the limit, for example by ulimit -n 4096.");
        var port = Reserve(options.Port);
        DataFolder? folder = null;
        try
        {
            folder = options.DataFolder is { } path ? DataFolder.Open(path) : DataFolder.Temporary();
            var cloud = new EmbeddedCloud(options, folder, port);
            if (!folder.Ephemeral)
                folder.Reserve.Take();
            return cloud;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SqliteException)
        {
            port.Dispose();
            folder?.Dispose();
            throw CloudStartException.OfFolder(options.DataFolder ?? Path.GetTempPath(), exception);
        }
    }

    /// <summary>Begins to answer at <see cref="Endpoint"/>.</summary>
    /// <exception cref="CloudStartException">Another process has taken the port in the meantime.</exception>
    public async Task ListenAsync()
    {
        try
        {
            _listener = await Listener.StartAsync(_port, _handle);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            await DisposeAsync();
            throw CloudStartException.OfPort(Endpoint.Port, exception);
        }

        _control.Resume();
    }

    /// <summary>Makes a bucket. It needs no request, so it can be done before the cloud listens.</summary>
    /// <param name="name">Its name. A bucket that is there keeps its objects and takes the rules.</param>
    /// <param name="cors">Which pages may use its objects.</param>
    /// <exception cref="CloudStartException">The data folder cannot be written.</exception>
    public Task CreateBucketAsync(string name, IReadOnlyList<CorsRule> cors) => WriteAsync(_s3.CreateBucketAsync(name, cors));

    /// <summary>Makes a table. It needs no request, so it can be done before the cloud listens. A table that is there stays as it is.</summary>
    /// <param name="request">The JSON of a request: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html</param>
    /// <exception cref="CloudStartException">The data folder cannot be written.</exception>
    public Task CreateTableAsync(string request) => WriteAsync(_dynamoDb.CreateTableAsync(request));

    /// <summary>
    /// Lets the reads of DynamoDB lag that do not ask for consistency, those of an index among them: they see tables as they are now, until what is
    /// returned is disposed. Reads that do, reads of transactions and conditions of writes see all that is written.
    /// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.ReadConsistency.html
    /// </summary>
    public IDisposable LagReads() => _dynamoDb.LagReads();

    /// <summary>The operations of the services that manage resources.</summary>
    public IReadOnlyList<SupportedOperation> SupportedOperations => [.. _control.All.SelectMany(service => service.Supported)];

    /// <summary>Calls an operation of a service that manages resources, from within the process. It needs no request, so it can be done before the cloud listens.</summary>
    /// <param name="service">The service, by the name that requests are signed for: <c>lambda</c>.</param>
    /// <param name="operation">AWS's name of the operation: <c>CreateFunction</c>.</param>
    /// <param name="members">The members of the request by AWS's names, also those that are in the path of a request over HTTP.</param>
    /// <returns>The members of the answer.</returns>
    /// <exception cref="AwsException">The operation is refused, or not supported.</exception>
    public Task<JsonObject> CallAsync(string service, string operation, JsonObject members) => _control.Named(service).CallAsync(operation, members);

    /// <summary>Invokes a function and waits for its answer: https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html</summary>
    /// <param name="functionName">The function.</param>
    /// <param name="payload">Its event, in JSON.</param>
    /// <exception cref="AwsException">There is no such function, or it runs as often as it may.</exception>
    public Task<Invocation> InvokeAsync(string functionName, byte[] payload) => _control.Functions.InvokeAsync(FunctionConfiguration.ArnOf(functionName), payload);

    /// <summary>Runs the code of a function in this process, instead of the zip that it is made with.</summary>
    /// <param name="functionName">The function, which may be made later.</param>
    /// <param name="function">Its code.</param>
    public void RunInProcess(string functionName, LambdaFunction function) => _control.Functions.RunInProcess(functionName, function);

    /// <summary>Makes an API reachable, in place of one with the same id and stage.</summary>
    /// <returns>The base URL of the API, without a slash at its end.</returns>
    public Uri Deploy(RestApi api)
    {
        _gateway.Deploy(api);
        return new Uri(Endpoint, ApiUrl.BasePath(api));
    }

    /// <summary>
    /// Stops, once the requests under way are answered: those to APIs first, which may call S3 and DynamoDB, then all others; it waits 10 s at most
    /// for each of the two.
    /// </summary>
    public Task StopAsync() => _stopped ??= StopOnceAsync();

    /// <summary>Stops, closes the data, and removes a temporary folder.</summary>
    public ValueTask DisposeAsync() => new(_disposed ??= DisposeOnceAsync());

    private async Task DisposeOnceAsync()
    {
        await StopAsync();
        if (_listener is not null)
            await _listener.DisposeAsync();
        _port.Dispose();
        await _control.DisposeAsync();
        _s3.Dispose();
        _dynamoDb.Dispose();
        _resources.Dispose();
        _folder.Dispose();
    }

    private async Task WriteAsync(Task write)
    {
        try
        {
            await write;
        }
        catch (Exception exception) when (exception is IOException or SqliteException)
        {
            throw CloudStartException.OfFolder(_folder.Path, exception);
        }
    }

    private static ReservedPort Reserve(int port)
    {
        try
        {
            return new ReservedPort(port);
        }
        catch (SocketException exception)
        {
            throw CloudStartException.OfPort(port, exception);
        }
    }

    private async Task StopOnceAsync()
    {
        await _gateway.StopAsync().WaitAsync(StopLimit).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        using var limit = new CancellationTokenSource(StopLimit);
        if (_listener is not null)
            await _listener.StopAsync(limit.Token);
    }
}
