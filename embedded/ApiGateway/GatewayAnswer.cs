using System.Text;

namespace EmbeddedAws.ApiGateway;

/// <summary>
/// Writes what the client receives. Of a function's answer the gateway renames some headers, since it sets them itself
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html).
/// </summary>
internal static class GatewayAnswer
{
    private static readonly HashSet<string> Remapped = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Content-Length", "Content-MD5", "Date", "Max-Forwards", "Server", "User-Agent", "WWW-Authenticate",
    };

    private static readonly HashSet<string> Dropped = new(StringComparer.OrdinalIgnoreCase)
    {
        "Expect", "Proxy-Authenticate", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
    };

    /// <summary>Whether the gateway can make an HTTP answer of it; if not, the client sees a 502.</summary>
    public static bool IsWellFormed(IntegrationResponse response) =>
        response.StatusCode is >= 200 and <= 599 && response.Headers.All(header => IsVisible(header.Key) && header.Value.All(IsVisible));

    /// <summary>Writes the answer of a function.</summary>
    public static async Task WriteAsync(IntegrationResponse response, HttpContext context, string requestId)
    {
        var to = context.Response;
        to.StatusCode = response.StatusCode;
        // Without a Content-Type the gateway sends that of JSON, even where there is no body.
        to.ContentType = "application/json";
        to.Headers["x-amzn-RequestId"] = requestId;
        foreach (var (name, values) in response.Headers)
        {
            if (!Dropped.Contains(name))
                to.Headers[Remapped.Contains(name) ? $"x-amzn-Remapped-{name}" : name] = values.ToArray();
        }

        if (response.StatusCode is 204 or 304 || HttpMethods.IsHead(context.Request.Method))
            return;
        to.ContentLength = response.Body.Length;
        await to.Body.WriteAsync(response.Body);
    }

    /// <summary>Writes an answer of the gateway itself.</summary>
    public static async Task WriteAsync(GatewayResponseType type, RestApi? api, HttpContext context, string requestId)
    {
        var (to, response) = (context.Response, type.ResponseOf(api));
        to.StatusCode = response.Status ?? type.DefaultStatus;
        to.Headers["x-amzn-RequestId"] = requestId;
        foreach (var (name, value) in response.Headers)
            to.Headers[name] = value;
        var body = Encoding.UTF8.GetBytes(type.Fill(response.Template, requestId));
        to.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await to.Body.WriteAsync(body);
    }

    private static bool IsVisible(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~');
}
