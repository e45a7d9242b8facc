using Microsoft.AspNetCore.Connections.Features;

namespace EmbeddedAws.Host;

/// <summary>
/// Answers <c>100 (Continue)</c> to a client that asks for it before an empty body. Kestrel does so once a body is read, and this one never is;
/// RFC 9110 (10.1.1) lets a server leave it out, but S3 does not: boto3, which asks before each put, takes its absence for a refusal and hangs at its next put.
/// </summary>
internal static class ContinueForEmptyBody
{
    public static RequestDelegate Around(RequestDelegate next) => async context =>
    {
        var isAsked = context.Request.ContentLength == 0 && HttpProtocol.IsHttp11(context.Request.Protocol) && string.Equals(context.Request.Headers.Expect, "100-continue", StringComparison.OrdinalIgnoreCase);
        if (isAsked && context.Features.Get<IConnectionTransportFeature>() is { Transport.Output: var output })
            await output.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray(), context.RequestAborted);
        await next(context);
    };
}
