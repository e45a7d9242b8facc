namespace EmbeddedAws.Host;

/// <summary>The path of a resource, which paths of requests are matched with.</summary>
internal sealed class PathTemplate(string path)
{
    private readonly string[] _segments = Split(path);

    /// <summary>Orders the resources that fit a path: a literal segment is more specific than a placeholder, and that than a greedy one.</summary>
    public string Rank { get; } = string.Concat(Split(path).Select(segment => segment switch
    {
        ['{', .., '+', '}'] => '2',
        ['{', .., '}'] => '1',
        _ => '0',
    }));

    /// <summary>The segments of a path as it was sent; one trailing slash is ignored.</summary>
    public static string[] Split(string path)
    {
        var trimmed = path.Length > 1 && path.EndsWith('/') ? path[..^1] : path;
        return trimmed.Split('/');
    }

    /// <summary>The decoded values of the placeholders when a path fits, else null.</summary>
    public Dictionary<string, string>? Match(string[] segments)
    {
        var values = new Dictionary<string, string>();
        for (var i = 0; i < _segments.Length; i++)
        {
            if (i >= segments.Length)
                return null;
            if (_segments[i] is ['{', .. var greedy, '+', '}'])
            {
                values[greedy] = Uri.UnescapeDataString(string.Join('/', segments[i..]));
                return values;
            }

            if (_segments[i] is ['{', .. var name, '}'] && segments[i].Length > 0)
                values[name] = Uri.UnescapeDataString(segments[i]);
            else if (_segments[i] != segments[i])
                return null;
        }

        return segments.Length == _segments.Length ? values : null;
    }
}
