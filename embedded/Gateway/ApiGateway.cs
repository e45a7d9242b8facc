using System.Collections.Concurrent;
using ImageService.Handlers.Failures;
using ImageService.Handlers.Http;
using ImageService.Local.Host;

namespace ImageService.Local.Gateway;

/// <summary>API Gateway: REST APIs with Lambda proxy integration.</summary>
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
                await ResponsesOf(url)[refused.ResponseType].WriteAsync(context, requestId);
            await context.Response.CompleteAsync();
        }
        finally
        {
            _drain.Leave();
        }
    }

    /// <summary>Takes no more requests, and waits for those under way: S3 and DynamoDB have to go on until then, since functions call them.</summary>
    public Task StopAsync() => _drain.StopAsync();

    private IReadOnlyDictionary<string, GatewayResponse> ResponsesOf(ApiUrl url) =>
        _apis.TryGetValue((url.ApiId, url.Stage), out var api) ? api.GatewayResponses : GatewayResponse.Of(corsOrigin: "*");

    private async Task<GatewayProblem?> AnswerAsync(HttpContext context, ApiUrl url, string requestId)
    {
        if (await RequestBody.ReadAsync(context) is not { } body)
            return GatewayProblems.RequestTooLarge;
        if (!_apis.TryGetValue((url.ApiId, url.Stage), out var api))
            return GatewayProblems.AccessDenied;
        if (RouteOf(api, context.Request.Method, url.Path) is not { } route)
            return GatewayProblems.NoSuchMethod;
        context.Items[RequestLog.OperationKey] = $"apigateway {route.Name}";
        if (route.Function is not { } function)
            return GatewayProblems.BadConfiguration;
        if (!LambdaLimits.AllowsRequest(context.Request, body.Length))
            return GatewayProblems.RequestTooLarge;

        var request = ProxyRequest.Of(context.Request, url.Path, route.Match(url.Path)!, body, requestId, route.FunctionTimeout);
        return await InvokeAsync(context, route.Name, function, request);
    }

    /// <summary>The resource that fits best answers, even if it is by 403: only its own methods count.</summary>
    private static ApiRoute? RouteOf(Api api, string method, string path)
    {
        var resource = api.Routes.Where(route => route.Match(path) is not null).GroupBy(route => route.Rank).MinBy(routes => routes.Key, StringComparer.Ordinal);
        return resource?.FirstOrDefault(route => route.Method == method)
            ?? resource?.FirstOrDefault(route => route.Method == "ANY" && AnyMethod.Contains(method));
    }

    private async Task<GatewayProblem?> InvokeAsync(HttpContext context, string name, Function function, Request request)
    {
        var invocation = RunAsync(function, request);
        Response response;
        try
        {
            response = await invocation.WaitAsync(IntegrationTimeout, time);
        }
        catch (TimeoutException) when (!invocation.IsCompleted)
        {
            return GatewayProblems.FunctionTimeout;
        }
#pragma warning disable CA1031 // A function may crash in any way; the client sees a 502.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            await errors.WriteLineAsync($"{request.Id} {name} crashed: {exception}");
            return GatewayProblems.BadFunction;
        }

        if (!ProxyResponse.IsWellFormed(response))
            return GatewayProblems.BadFunction;
        await ProxyResponse.WriteAsync(response, context, request.Id);
        return null;
    }

    // A function that throws before it returns a task fails like any other.
    private static async Task<Response> RunAsync(Function function, Request request) => await function(request);
}
