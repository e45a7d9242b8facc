using System.Collections.Concurrent;
using EmbeddedAws.Host;

namespace EmbeddedAws.ApiGateway;

/// <summary>API Gateway: REST APIs with Lambda proxy integration.</summary>
internal sealed class ApiGatewayService(TimeProvider time, TextWriter errors)
{
    private readonly ConcurrentDictionary<(string Id, string Stage), RestApi> _apis = [];
    private readonly FunctionInvoker _invoker = new(time, errors);
    private readonly Drain _drain = new();

    /// <summary>Whether an API is deployed.</summary>
    public bool HasApis => !_apis.IsEmpty;

    /// <summary>Makes an API reachable, in place of one with the same id and stage.</summary>
    public void Deploy(RestApi api) => _apis[(api.Id, api.Stage)] = api;

    /// <summary>Answers a request to an API.</summary>
    public async Task HandleAsync(HttpContext context, ApiUrl url)
    {
        if (!_drain.Enter())
        {
            // To the client it is as if nothing listened any more.
            context.Abort();
            return;
        }

        try
        {
            var requestId = Guid.NewGuid().ToString();
            var api = _apis.GetValueOrDefault((url.ApiId, url.Stage));
            if (await AnswerAsync(context, api, url.Path, requestId) is { } refused)
                await GatewayAnswer.WriteAsync(refused.ResponseOf(api), context, requestId);
            await context.Response.CompleteAsync();
        }
        finally
        {
            _drain.Leave();
        }
    }

    /// <summary>Takes no more requests, and waits for those under way: S3 and DynamoDB have to go on until then, since functions call them.</summary>
    public Task StopAsync() => _drain.StopAsync();

    /// <summary>The stages of the gateway, in order; one that refuses says why.</summary>
    private async Task<GatewayResponseType?> AnswerAsync(HttpContext context, RestApi? api, string path, string requestId)
    {
        if (await RequestBody.ReadAsync(context) is not { } sent)
            return GatewayResponseType.RequestTooLarge;
        if (api is null)
            return GatewayResponseType.AccessDenied;
        if (MethodMatch.Find(api, context.Request.Method, path) is not { } match)
            return GatewayResponseType.MissingAuthenticationToken;
        if (match.Method.Integration is not { } integration)
            return GatewayResponseType.ApiConfigurationError;
        context.Items[RequestLog.OperationKey] = $"apigateway {integration.Name}";
        var body = ContentCoding.Decode(context.Request, sent);
        if (body.Refused is { } refused)
            return refused;

        var request = new IntegrationRequest
        {
            ApiId = api.Id,
            Stage = api.Stage,
            ResourcePath = match.Method.ResourcePath,
            HttpMethod = context.Request.Method,
            Path = path,
            PathParameters = match.PathParameters,
            Query = RequestParameters.Query(context.Request),
            Headers = RequestParameters.Headers(context.Request),
            Body = body.Bytes,
            RequestId = requestId,
            RemainingTime = integration.Timeout,
        };
        if (!Integration.Takes(request))
            return GatewayResponseType.RequestTooLarge;
        var (response, failure) = await _invoker.InvokeAsync(integration, request);
        if (response is not null)
            await GatewayAnswer.WriteAsync(response, context, requestId);
        return failure;
    }
}
