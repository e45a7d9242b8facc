using System.Text.Json.Nodes;
using ImageService.Handlers.Http;
using ImageService.Handlers.Routing;
using ImageService.Lambda;
using ImageService.Local;
using ImageService.Local.Deployment;
using ImageService.Local.Host;

namespace ImageService.E2E.Cloud.Lambda;

/// <summary>All entry points, on the bucket and the table of an embedded cloud of their own, and what they log.</summary>
internal sealed class DeployedFunctions : IAsyncDisposable
{
    private readonly EmbeddedCloud _cloud;
    private readonly Dictionary<Operation, FunctionHost> _hosts;
    private readonly StringWriter _log = new();

    private DeployedFunctions(EmbeddedCloud cloud, TimeProvider time)
    {
        _cloud = cloud;
        var settings = ImageApi.SettingsFor(cloud);
        var options = new FunctionOptions { Credentials = ImageApi.Credentials, Time = time, Log = TextWriter.Synchronized(_log) };
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
        using (await ImageApi.DeployAsync(cloud))
            return new(cloud, time ?? TimeProvider.System);
    }

    /// <summary>Sends a request to the function of its route.</summary>
    public async Task<Answer> Send(
        string method,
        string path,
        byte[]? body = null,
        string? contentType = null,
        TimeSpan? time = null,
        params (string Name, string Value)[] query)
    {
        var resource = RouteTable.Find(path);
        var route = resource?.Routes.FirstOrDefault(route => route.Method == (method == "HEAD" ? "GET" : method));
        var response = await _hosts[route?.Operation ?? Operation.Fallback].AnswerAsync(new Request
        {
            Method = method,
            Path = path,
            PathParameters = resource?.Path.Contains("{id}", StringComparison.Ordinal) == true ? new Dictionary<string, string> { ["id"] = path.Split('/')[2] } : [],
            Query = query.ToLookup(pair => pair.Name, pair => pair.Value)
                .ToDictionary(values => values.Key, values => (IReadOnlyList<string>)[.. values]),
            Headers = new Dictionary<string, IReadOnlyList<string>>
            {
                ["Content-Type"] = [contentType ?? "application/octet-stream"],
                ["Authorization"] = ["Bearer top-secret"],
            },
            Body = body,
            Id = Guid.NewGuid().ToString(),
            RemainingTime = time ?? TimeSpan.FromSeconds(28),
        });
        return new Answer(response.Status, response.Headers, response.Body.ToArray());
    }

    /// <summary>Invokes one function with an event as it is.</summary>
    public async Task<Answer> Invoke(Operation operation, string proxyEvent, InvocationContext? context = null)
    {
        var json = await _hosts[operation].InvokeAsync(System.Text.Encoding.UTF8.GetBytes(proxyEvent), context ?? new InvocationContext());
        var response = GatewayAnswer.Read(json);
        return new Answer(response.Status, response.Headers, response.Body.ToArray());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts.Values)
            host.Dispose();
        await _log.DisposeAsync();
        await _cloud.DisposeAsync();
    }
}
