namespace ImageService.Local.Gateway;

/// <summary>A method of a resource, with its integration.</summary>
/// <param name="Method">The HTTP method, or <c>ANY</c>.</param>
/// <param name="Path">The path of the resource: <c>/images/{id}</c>, or with a greedy end: <c>/{proxy+}</c>.</param>
/// <param name="Name">What is called, for the log.</param>
/// <param name="Function">What is called; null when the gateway has no permission to call it, which is a 502.</param>
public sealed record ApiRoute(string Method, string Path, string Name, Function? Function)
{
    /// <summary>What the function is told of its time, as by Lambda's timeout; the gateway itself waits for 29 s.</summary>
    public TimeSpan FunctionTimeout { get; init; } = TimeSpan.FromSeconds(28);

    private readonly string[] _template = Split(Path);

    /// <summary>The values of the placeholders when a path fits, else null.</summary>
    internal Dictionary<string, string>? Match(string path)
    {
        var segments = Split(path);
        var values = new Dictionary<string, string>();
        for (var i = 0; i < _template.Length; i++)
        {
            if (_template[i] is ['{', .. var greedy, '+', '}'] && i < segments.Length)
            {
                values[greedy] = Uri.UnescapeDataString(string.Join('/', segments[i..]));
                return values;
            }

            if (i >= segments.Length)
                return null;
            if (_template[i] is ['{', .. var name, '}'] && segments[i].Length > 0)
                values[name] = Uri.UnescapeDataString(segments[i]);
            else if (_template[i] != segments[i])
                return null;
        }

        return segments.Length == _template.Length ? values : null;
    }

    /// <summary>Sorts the resources that fit a path: a text is more particular than a placeholder, and that than a greedy one.</summary>
    internal string Rank { get; } = string.Concat(Split(Path).Select(segment => segment switch
    {
        ['{', .., '+', '}'] => '2',
        ['{', .., '}'] => '1',
        _ => '0',
    }));

    private static string[] Split(string path)
    {
        var trimmed = path.Length > 1 && path.EndsWith('/') ? path[..^1] : path;
        return trimmed.Split('/');
    }
}
