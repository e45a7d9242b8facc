using System.Collections.Concurrent;
using ImageService.Handlers.Http;
using ImageService.Handlers.Routing;
using ImageService.Local.Host;

namespace ImageService.Local.Gateway;

/// <summary>API Gateway: REST APIs whose routes are the route table, with Lambda proxy integration.</summary>
internal sealed class ApiGateway(TimeProvider time, TextWriter errors)
{
    /// <summary>How long the gateway waits for a function (https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html).</summary>
    private static readonly TimeSpan IntegrationTimeout = TimeSpan.FromSeconds(29);

    /// <summary>The methods that <c>ANY</c> stands for.</summary>
    private static readonly HashSet<string> AnyMethod = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

    private readonly ConcurrentDictionary<(string Id, string Stage), Api> _apis = [];
    private readonly Drain _drain = new();

    /// <summary>Makes an API reachable, in place of one with the same id and stage.</summary>
    public void Deploy(Api api) => _apis[(api.Id, api.Stage)] = api;

    /// <summary>Answers a request to an API: each line is a stage of the gateway.</summary>
    public async Task HandleAsync(HttpContext context, ApiUrl url)
    {
        if (!_drain.Enter())
        {
            // To the client it is as if nobody listened any more.
            context.Abort();
            return;
        }

        try
        {
            var requestId = Guid.NewGuid().ToString();
            if (await AnswerAsync(context, url, requestId) is { } refused)
                await refused.WriteAsync(context, requestId);
            await context.Response.CompleteAsync();
        }
        finally
        {
            _drain.Leave();
        }
    }

    /// <summary>Takes no more requests, and waits for those under way: S3 and DynamoDB have to go on until then, since functions call them.</summary>
    public Task StopAsync() => _drain.StopAsync();

    private async Task<GatewayResponse?> AnswerAsync(HttpContext context, ApiUrl url, string requestId)
    {
        if (await RequestBody.ReadAsync(context) is not { } body)
            return GatewayResponse.RequestTooLarge;
        if (!_apis.TryGetValue((url.ApiId, url.Stage), out var api))
            return GatewayResponse.NoSuchApi;
        if (!AnyMethod.Contains(context.Request.Method))
            return GatewayResponse.NoSuchMethod;
        if (!LambdaLimits.AllowsRequest(context.Request, body.Length))
            return GatewayResponse.RequestTooLarge;

        var resource = RouteTable.Find(url.Path, out var parameters);
        var operation = resource?.OperationOf(context.Request.Method) ?? Operation.Fallback;
        context.Items[RequestLog.OperationKey] = $"apigateway {operation}";
        var request = ProxyRequest.Of(context.Request, url.Path, parameters, body, requestId, api.FunctionTimeout);
        return await InvokeAsync(context, api, operation, request);
    }

    private async Task<GatewayResponse?> InvokeAsync(HttpContext context, Api api, Operation operation, Request request)
    {
        var invocation = RunAsync(api, operation, request);
        Response response;
        try
        {
            response = await invocation.WaitAsync(IntegrationTimeout, time);
        }
        catch (TimeoutException) when (!invocation.IsCompleted)
        {
            return GatewayResponse.FunctionTimeout;
        }
#pragma warning disable CA1031 // A function may crash in any way; the client sees a 502.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            await errors.WriteLineAsync($"{request.Id} {operation} crashed: {exception}");
            return GatewayResponse.BadFunction;
        }

        if (!ProxyResponse.IsWellFormed(response))
            return GatewayResponse.BadFunction;
        await ProxyResponse.WriteAsync(response, context, request.Id);
        return null;
    }

    // A function that throws before it returns a task fails like any other.
    private static async Task<Response> RunAsync(Api api, Operation operation, Request request) => await api.Function(operation, request);
}
