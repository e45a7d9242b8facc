using Microsoft.AspNetCore.Http.Features;

namespace ImageService.Local.S3.Wire;

/// <summary>
/// The request target as it came over the wire. ASP.NET Core's own path is decoded and has its dot segments removed; to S3
/// <c>a/../b</c>, <c>a//b</c> and <c>a%2Fb</c> are keys, and the signature covers what was sent.
/// </summary>
internal sealed record RawTarget(string Path, string Bucket, string Key, IReadOnlyList<(string Name, string Value)> Query)
{
    public static RawTarget Of(HttpRequest request)
    {
        var target = OriginForm(request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        var (path, query) = Split(target, '?');
        var (bucket, key) = Split(path[1..], '/');
        return new RawTarget(path, bucket, key, [.. query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => Split(pair, '='))]);
    }

    private static (string Before, string After) Split(string text, char separator)
    {
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        return at < 0 ? (text, "") : (text[..at], text[(at + 1)..]);
    }

    /// <summary>A server has to take the absolute form too: RFC 9112 section 3.2.2.</summary>
    private static string OriginForm(string target)
    {
        if (target.StartsWith('/'))
            return target;
        var scheme = target.IndexOf("://", StringComparison.Ordinal);
        var path = scheme < 0 ? -1 : target.IndexOf('/', scheme + 3);
        return path < 0 ? "/" : target[path..];
    }
}
