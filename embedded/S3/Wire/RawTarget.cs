using EmbeddedAws.Host;

namespace EmbeddedAws.S3.Wire;

/// <summary>
/// The request target as it came over the wire: to S3 <c>a/../b</c>, <c>a//b</c> and <c>a%2Fb</c> are keys, and the signature
/// covers what was sent.
/// </summary>
internal sealed record RawTarget(string Path, string Bucket, string Key, IReadOnlyList<(string Name, string Value)> Query)
{
    public static RawTarget Of(HttpRequest request)
    {
        var (path, query) = Split(RequestTarget.Of(request), '?');
        var (bucket, key) = Split(path[1..], '/');
        return new RawTarget(path, bucket, key, [.. query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => Split(pair, '='))]);
    }

    private static (string Before, string After) Split(string text, char separator)
    {
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        return at < 0 ? (text, "") : (text[..at], text[(at + 1)..]);
    }
}
