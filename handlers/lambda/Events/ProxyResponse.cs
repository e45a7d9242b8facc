using System.Text;
using Amazon.Lambda.APIGatewayEvents;
using ImageService.Handlers.Http;

namespace ImageService.Lambda.Events;

/// <summary>
/// Makes the answer for API Gateway of a neutral response
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html, "Output format").
/// </summary>
public static class ProxyResponse
{
    /// <summary>As text, a body grows up to six times, since each quote and each character outside ASCII is escaped; base64 grows by a third.</summary>
    private const int LongestText = 1024 * 1024;

    /// <summary>The answer: JSON and HTML as text unless it is long, any other body as base64, and no body where the response has none.</summary>
    /// <param name="response">What the operation answered.</param>
    public static APIGatewayProxyResponse Of(Response response)
    {
        var isBase64 = !response.Body.IsEmpty && !(IsText(response) && response.Body.Length <= LongestText);
        return new APIGatewayProxyResponse
        {
            StatusCode = response.Status,
            // Only these: the gateway would merge the single-valued ones with them.
            MultiValueHeaders = response.Headers.ToDictionary(header => header.Key, header => (IList<string>)[header.Value]),
            Body = response.Body.IsEmpty ? null
                : isBase64 ? Convert.ToBase64String(response.Body.Span)
                : Encoding.UTF8.GetString(response.Body.Span),
            IsBase64Encoded = isBase64,
        };
    }

    /// <summary>LocalStack sends base64 on as it is, unless the client accepts images first.</summary>
    private static bool IsText(Response response) =>
        response.Headers.GetValueOrDefault("Content-Type")?.Split(';')[0] is "application/json" or "application/problem+json" or "text/html";
}
