namespace ImageService.Handlers.Routing;

/// <summary>A path of the route table with all its routes: what API Gateway calls a resource.</summary>
/// <param name="Path">The path template: <c>/images/{id}</c>.</param>
/// <param name="Routes">The routes with this path.</param>
public sealed record Resource(string Path, IReadOnlyList<Route> Routes)
{
    private readonly string[] _template = Split(Path);

    /// <summary>The methods that the resource answers, as <c>Allow</c> lists them: sorted, with HEAD and OPTIONS.</summary>
    public string Methods => string.Join(", ", Routes
        .SelectMany(route => route.Method == "GET" ? ["GET", "HEAD"] : new[] { route.Method })
        .Append("OPTIONS")
        .Order(StringComparer.Ordinal));

    /// <summary>The operation behind a method; HEAD is GET without the body. What is no method of this resource goes to the fallback.</summary>
    /// <param name="method">The HTTP method in capitals.</param>
    public Operation OperationOf(string method) =>
        Routes.FirstOrDefault(route => route.Method == (method == "HEAD" ? "GET" : method))?.Operation ?? Operation.Fallback;

    /// <summary>The values of the placeholders when the path fits the template, else null.</summary>
    internal Dictionary<string, string>? Match(string path)
    {
        var segments = Split(path);
        if (segments.Length != _template.Length)
            return null;

        var values = new Dictionary<string, string>();
        foreach (var (template, segment) in _template.Zip(segments))
        {
            if (template is ['{', .. var name, '}'] && segment.Length > 0)
                values[name] = Uri.UnescapeDataString(segment);
            else if (template != segment)
                return null;
        }

        return values;
    }

    private static string[] Split(string path)
    {
        var trimmed = path.Length > 1 && path.EndsWith('/') ? path[..^1] : path;
        return trimmed.Split('/');
    }
}
