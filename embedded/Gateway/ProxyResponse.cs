using ImageService.Handlers.Http;

namespace ImageService.Local.Gateway;

/// <summary>
/// Passes on the answer of a function as API Gateway does: some headers it renames, since it sets them itself
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html).
/// </summary>
internal static class ProxyResponse
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
    public static bool IsWellFormed(Response response) =>
        response.Status is >= 200 and <= 599
        && LambdaLimits.AllowsResponse(response.Body.Length)
        && response.Headers.All(header => IsVisible(header.Key) && IsVisible(header.Value));

    public static async Task WriteAsync(Response response, HttpContext context, string requestId)
    {
        var to = context.Response;
        to.StatusCode = response.Status;
        // What a function says nothing about is JSON to the gateway, even where there is no body.
        to.ContentType = "application/json";
        to.Headers["x-amzn-RequestId"] = requestId;
        foreach (var (name, value) in response.Headers)
        {
            if (!Dropped.Contains(name))
                to.Headers[Remapped.Contains(name) ? $"x-amzn-Remapped-{name}" : name] = value;
        }

        if (response.Status is 204 or 304 || context.Request.Method == HttpMethods.Head)
            return;
        to.ContentLength = response.Body.Length;
        await to.Body.WriteAsync(response.Body);
    }

    private static bool IsVisible(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~');
}
