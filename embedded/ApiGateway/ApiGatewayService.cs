using System.Collections.Concurrent;
using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ApiGateway.Serving;
using EmbeddedAws.Host;

namespace EmbeddedAws.ApiGateway;

/// <summary>API Gateway: REST APIs with Lambda proxy integration.</summary>
/// <param name="stages">The stages that were made through the operations of API Gateway.</param>
/// <param name="time">The clock.</param>
/// <param name="errors">Where it says what went wrong.</param>
internal sealed class ApiGatewayService(ServedStages stages, TimeProvider time, TextWriter errors)
{
    /// <summary>The largest body, 10 MB: https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html.</summary>
    public const int LargestBody = 10 * 1024 * 1024;

    private readonly ConcurrentDictionary<(string Id, string Stage), DeployedApi> _apis = [];
    private readonly FunctionInvoker _invoker = new(time, errors);
    private readonly Drain _drain = new();

    /// <summary>Makes an API reachable, in place of one with the same id and stage.</summary>
    public void Deploy(RestApi api) => _apis[(api.Id, api.Stage)] = new DeployedApi(api, new UsageCounters(time));

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
            var api = _apis.GetValueOrDefault((url.ApiId, url.Stage)) ?? stages.Find(url.ApiId, url.Stage);
            await AnswerOrFailAsync(context, api, url.Path, requestId: Guid.NewGuid().ToString());
            await context.Response.CompleteAsync();
        }
        finally
        {
            _drain.Leave();
        }
    }

    /// <summary>Takes no more requests, and waits for those under way: S3 and DynamoDB have to go on until then, since functions call them.</summary>
    public Task StopAsync() => _drain.StopAsync();

    private async Task AnswerOrFailAsync(HttpContext context, DeployedApi? api, string path, string requestId)
    {
        try
        {
            if (await AnswerAsync(context, api, path, requestId) is { } refused)
                await GatewayAnswer.WriteAsync(refused, api?.Api, context, requestId);
        }
#pragma warning disable CA1031 // Whatever is wrong inside the gateway, its client gets an answer and its user reads why.
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested && exception is not BadHttpRequestException)
#pragma warning restore CA1031
        {
            await errors.WriteLineAsync($"{requestId} apigateway failed: {LogText.Of(exception)}");
            if (context.Response.HasStarted)
            {
                context.Abort();
                return;
            }

            context.Response.Clear();
            await GatewayAnswer.WriteAsync(GatewayResponseType.Failure, api?.Api, context, requestId);
        }
    }

    /// <summary>
    /// The stages of the gateway, in order; one that refuses says why. The body comes last: a client without a key, or above its rate, gets no memory.
    /// </summary>
    private async Task<GatewayResponseType?> AnswerAsync(HttpContext context, DeployedApi? deployed, string path, string requestId)
    {
        if (context.Request.ContentLength > LargestBody)
            return GatewayResponseType.RequestTooLarge;
        if (deployed is not { Api: var api })
            return GatewayResponseType.AccessDenied;
        if (MethodMatch.Find(api, context.Request.Method, path) is not { } match)
            return GatewayResponseType.MissingAuthenticationToken;
        context.Items[VerboseLog.OperationKey] = $"apigateway {match.Method.Integration?.Name ?? "-"}";
        var (key, barred) = deployed.Admit(match.Method, context.Request);
        if (barred is not null)
            return barred;
        if (match.Method.Integration is not { } integration || !integration.IsPermitted(context.Request.Method))
            return GatewayResponseType.ApiConfigurationError;
        if (await ArrivingBody.ReadAsync(context.Request, LargestBody) is not { } sent)
            return GatewayResponseType.RequestTooLarge;
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
            IsBinary = BinaryTypes.Contain(api.BinaryMediaTypes, context.Request.ContentType),
            RequestId = requestId,
            ApiKey = key,
            RemainingTime = integration.Timeout,
        };
        if (!Integration.Takes(request))
            return GatewayResponseType.RequestTooLarge;
        var (response, failure) = await _invoker.InvokeAsync(integration, request);
        if (response is not null)
            await GatewayAnswer.WriteAsync(BinaryTypes.Encoded(response, api.BinaryMediaTypes, context.Request), context, requestId);
        return failure;
    }
}
