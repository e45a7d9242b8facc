using Microsoft.AspNetCore.Http.Features;

namespace EmbeddedAws.Host;

/// <summary>The target of a request as it was sent. ASP.NET's own path is decoded, and its dot segments and double slashes are cleaned up.</summary>
internal static class RequestTarget
{
    /// <summary>Path and query. A server has to take the absolute form too: RFC 9112, section 3.2.2.</summary>
    public static string Of(HttpRequest request)
    {
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (target.StartsWith('/'))
            return target;
        var scheme = target.IndexOf("://", StringComparison.Ordinal);
        var path = scheme < 0 ? -1 : target.IndexOf('/', scheme + 3);
        return path < 0 ? "/" : target[path..];
    }
}
