namespace ImageService.Handlers.Routing;

/// <summary>A path of the route table with all its routes: what API Gateway calls a resource.</summary>
/// <param name="Path">The path template: <c>/images/{id}</c>.</param>
/// <param name="Routes">The routes with this path.</param>
public sealed record Resource(string Path, IReadOnlyList<Route> Routes)
{
    private readonly string[] _template = Split(Path);

    /// <summary>Groups routes by their path.</summary>
    /// <param name="routes">The routes: <see cref="RouteTable.Routes"/>.</param>
    public static IReadOnlyList<Resource> Of(IReadOnlyList<Route> routes) =>
        [.. routes.GroupBy(route => route.Path).Select(group => new Resource(group.Key, [.. group]))];

    /// <summary>The methods that the resource answers, as <c>Allow</c> lists them: sorted, with HEAD and OPTIONS.</summary>
    public string Methods => string.Join(", ", Routes
        .SelectMany(route => route.Method == "GET" ? ["GET", "HEAD"] : new[] { route.Method })
        .Append("OPTIONS")
        .Distinct()
        .Order(StringComparer.Ordinal));

    /// <summary>Sorts the resources that fit a path as API Gateway does: a literal segment comes before a placeholder.</summary>
    internal string Rank => string.Concat(_template.Select(segment => IsPlaceholder(segment) ? '1' : '0'));

    /// <summary>Whether a path, as it was sent, fits the template; a trailing slash is ignored.</summary>
    internal bool Fits(string path)
    {
        var segments = Split(path);
        return segments.Length == _template.Length
            && _template.Zip(segments).All(pair => pair.First == pair.Second || (IsPlaceholder(pair.First) && pair.Second.Length > 0));
    }

    private static bool IsPlaceholder(string segment) => segment.StartsWith('{');

    private static string[] Split(string path)
    {
        var trimmed = path.Length > 1 && path.EndsWith('/') ? path[..^1] : path;
        return trimmed.Split('/');
    }
}
