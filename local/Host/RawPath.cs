using Microsoft.AspNetCore.Http.Features;

namespace ImageService.Local.Host;

/// <summary>The path of a request as it was sent: ASP.NET's own is decoded, and has its dots and slashes cleaned up.</summary>
internal static class RawPath
{
    public static string Of(HttpRequest request)
    {
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (!target.StartsWith('/') && Uri.TryCreate(target, UriKind.Absolute, out var absolute))
            target = absolute.PathAndQuery;
        return target.Split('?', 2)[0];
    }
}
