using System.Text.Json.Nodes;
using EmbeddedAws;
using EmbeddedAws.ApiGateway;
using EmbeddedAws.Host;
using ImageService.Handlers.Routing;
using ImageService.Lambda;
using ImageService.Local;

namespace ImageService.E2E.Lambda;

/// <summary>All entry points, on the bucket and the table of an embedded cloud of their own, and what they log.</summary>
internal sealed class DeployedFunctions : IAsyncDisposable
{
    private readonly EmbeddedCloud _cloud;
    private readonly Dictionary<Operation, FunctionHost> _hosts;
    private readonly StringWriter _log = new();

    private DeployedFunctions(EmbeddedCloud cloud, TimeProvider time)
    {
        _cloud = cloud;
        var settings = ServiceDeployment.SettingsFor(cloud);
        var options = new FunctionOptions { Credentials = ServiceDeployment.Credentials, Time = time, Log = TextWriter.Synchronized(_log) };
        _hosts = RouteTable.Functions.ToDictionary(
            operation => operation, operation => new FunctionHost(FunctionHost.HandlerOf(operation), settings, options));
    }

    /// <summary>The faults of the cloud.</summary>
    public AwsCalls Calls => _cloud.Calls;

    /// <summary>The lines of the log so far.</summary>
    public IReadOnlyList<JsonObject> Log =>
        [.. _log.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())];

    /// <summary>All that was logged, as it was written.</summary>
    public string LogText => _log.ToString();

    /// <summary>Starts them.</summary>
    /// <param name="time">Their clock; null for the real one.</param>
    public static async Task<DeployedFunctions> StartAsync(TimeProvider? time = null)
    {
        var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());
        // For the bucket and the table; requests go to the functions here.
        using (await ServiceDeployment.DeployAsync(cloud))
            return new(cloud, time ?? TimeProvider.System);
    }

    /// <summary>Sends a request to the function of its route.</summary>
    public async Task<Answer> Send(
        string method,
        string path,
        byte[]? body = null,
        string? contentType = null,
        TimeSpan? time = null,
        string? idempotencyKey = null,
        params (string Name, string Value)[] query)
    {
        var resource = RouteTable.Find(path);
        var route = resource?.Routes.FirstOrDefault(route => route.Method == (method == "HEAD" ? "GET" : method));
        var proxyEvent = ProxyEvent.Write(new IntegrationRequest
        {
            ApiId = "images",
            Stage = "dev",
            ResourcePath = resource?.Path ?? "/{proxy+}",
            HttpMethod = method,
            Path = path,
            PathParameters = resource?.Path.Contains("{id}", StringComparison.Ordinal) == true ? new Dictionary<string, string> { ["id"] = path.Split('/')[2] } : [],
            Query = query.ToLookup(pair => pair.Name, pair => pair.Value)
                .ToDictionary(values => values.Key, values => (IReadOnlyList<string>)[.. values]),
            Headers = new[] { ("Content-Type", contentType ?? "application/octet-stream"), ("Authorization", "Bearer top-secret"), ("Idempotency-Key", idempotencyKey) }
                .Where(header => header.Item2 is not null).ToDictionary(header => header.Item1, header => (IReadOnlyList<string>)[header.Item2!]),
            Body = body,
            RequestId = Guid.NewGuid().ToString(),
            RemainingTime = TimeSpan.FromSeconds(28),
        });
        return await InvokeAsync(
            route?.Operation ?? Operation.Fallback, proxyEvent, new InvocationContext { RemainingTime = time ?? TimeSpan.FromSeconds(28) });
    }

    /// <summary>Invokes one function with any event.</summary>
    public Task<Answer> Invoke(Operation operation, string proxyEvent) =>
        InvokeAsync(operation, System.Text.Encoding.UTF8.GetBytes(proxyEvent), new InvocationContext());

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts.Values)
            host.Dispose();
        await _log.DisposeAsync();
        await _cloud.DisposeAsync();
    }

    private async Task<Answer> InvokeAsync(Operation operation, byte[] proxyEvent, InvocationContext context)
    {
        var response = ProxyResult.Read(await _hosts[operation].InvokeAsync(proxyEvent, context));
        var headers = response.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new Answer(response.StatusCode, headers, response.Body.ToArray());
    }
}
