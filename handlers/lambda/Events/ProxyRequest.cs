using System.Text;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using ImageService.Handlers.Failures;
using ImageService.Handlers.Http;

namespace ImageService.Lambda.Events;

/// <summary>
/// Makes the neutral request of a proxy event
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html, "Input format").
/// </summary>
public static class ProxyRequest
{
    private const string NotAProxyEvent =
        "The event has no httpMethod: it is not an event of API Gateway's Lambda proxy integration (REST API, payload format 1.0). handlers/lambda/example-event.json is one.";

    /// <summary>
    /// The request in an event. Path parameters and query come decoded; the path has no stage in front. An event without a method is not a
    /// proxy event of a REST API: it is the console's test event, or that of an HTTP API (payload format 2.0).
    /// </summary>
    /// <param name="proxyEvent">The event.</param>
    /// <param name="context">Tells the time that is left.</param>
    public static Request Of(APIGatewayProxyRequest proxyEvent, ILambdaContext context)
    {
        var request = new Request
        {
            Method = proxyEvent.HttpMethod ?? "",
            // LocalStack passes on the path of the base URL without a slash as an empty one.
            Path = proxyEvent.Path is { Length: > 0 } path ? path : "/",
            PathParameters = new Dictionary<string, string>(proxyEvent.PathParameters ?? new Dictionary<string, string>()),
            Query = ProxyValues.Of(proxyEvent.MultiValueQueryStringParameters, proxyEvent.QueryStringParameters, StringComparer.Ordinal),
            Headers = ProxyValues.Of(proxyEvent.MultiValueHeaders, proxyEvent.Headers, StringComparer.OrdinalIgnoreCase),
            // The gateway's own id, which the client sees as x-amzn-RequestId; a function that is invoked directly has Lambda's.
            Id = proxyEvent.RequestContext?.RequestId is { Length: > 0 } id ? id : context.AwsRequestId,
            ApiKeyId = proxyEvent.RequestContext?.Identity?.ApiKeyId ?? "",
            RemainingTime = context.RemainingTime,
        };
        return request.Method.Length == 0
            ? request with { Flaw = new ProblemException(Problems.InvalidEvent, NotAProxyEvent) }
            : WithBody(request, proxyEvent.Body ?? "", proxyEvent.IsBase64Encoded);
    }

    // With binary media types of */* API Gateway sends every body as base64; LocalStack does so only when it is not UTF-8.
    private static Request WithBody(Request request, string body, bool isBase64)
    {
        if (!isBase64)
            return request with { Body = Encoding.UTF8.GetBytes(body) };
        try
        {
            return request with { Body = Convert.FromBase64String(body) };
        }
        catch (FormatException)
        {
            // No gateway sends this: the event was written by hand.
            return request with { Flaw = new ProblemException(Problems.InvalidBase64, "The event says that its body is base64, which it is not.") };
        }
    }
}
