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
    /// <summary>The request in an event. Path parameters and query come decoded; the path has no stage in front.</summary>
    /// <param name="proxyEvent">The event.</param>
    /// <param name="context">Tells the time that is left.</param>
    public static Request Of(APIGatewayProxyRequest proxyEvent, ILambdaContext context)
    {
        var request = new Request
        {
            Method = proxyEvent.HttpMethod,
            Path = proxyEvent.Path,
            PathParameters = new Dictionary<string, string>(proxyEvent.PathParameters ?? new Dictionary<string, string>()),
            Query = ProxyValues.Of(proxyEvent.MultiValueQueryStringParameters, proxyEvent.QueryStringParameters, StringComparer.Ordinal),
            Headers = ProxyValues.Of(proxyEvent.MultiValueHeaders, proxyEvent.Headers, StringComparer.OrdinalIgnoreCase),
            // The gateway's own id, which the client sees as x-amzn-RequestId; a function that is invoked directly has Lambda's.
            Id = proxyEvent.RequestContext?.RequestId is { Length: > 0 } id ? id : context.AwsRequestId,
            RemainingTime = context.RemainingTime,
        };
        return WithBody(request, proxyEvent.Body ?? "", proxyEvent.IsBase64Encoded);
    }

    // With binary media types of */* API Gateway sends every body as base64; LocalStack does so only when it is no UTF-8.
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
            // No gateway sends this. Who wrote the event by hand learns what is wrong with it.
            return request with { Flaw = new ProblemException(Problems.InvalidBase64, "The body of the event claims to be base64.") };
        }
    }
}
