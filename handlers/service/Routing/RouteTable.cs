namespace ImageService.Handlers.Routing;

/// <summary>The routes of the API: the only place where a path is written.</summary>
public static class RouteTable
{
    /// <summary>All routes. What is not here goes to <see cref="Operation.Fallback"/>.</summary>
    public static readonly IReadOnlyList<Route> Routes =
    [
        new("POST", "/images", Operation.UploadImage),
        new("GET", "/images", Operation.ListImages),
        new("GET", "/images/{id}", Operation.GetImage),
        new("PATCH", "/images/{id}", Operation.UpdateImage),
        new("DELETE", "/images/{id}", Operation.DeleteImage),
        new("POST", "/uploads", Operation.CreateUpload),
        new("POST", "/uploads/{id}/complete", Operation.CompleteUpload),
        new("GET", "/openapi.json", Operation.GetOpenApi),
    ];

    /// <summary>The paths of the table, each with its routes.</summary>
    public static readonly IReadOnlyList<Resource> Resources =
        [.. Routes.GroupBy(route => route.Path).Select(routes => new Resource(routes.Key, [.. routes]))];

    /// <summary>
    /// The methods that API Gateway is given: the routes, HEAD wherever GET is, and ANY to the fallback on each path and those
    /// above it, and on all others.
    /// </summary>
    /// <param name="routes">The routes: <see cref="Routes"/>.</param>
    public static IReadOnlyList<Route> Methods(IReadOnlyList<Route> routes) =>
    [
        .. routes,
        .. routes.Where(route => route.Method == "GET").Select(route => route with { Method = "HEAD" }),
        .. routes.SelectMany(route => PathsTo(route.Path)).Append("/{proxy+}").Distinct().Select(path => new Route("ANY", path, Operation.Fallback)),
    ];

    /// <summary>The path template of an operation.</summary>
    /// <param name="operation">Any but the fallback.</param>
    public static string PathOf(Operation operation) => Routes.First(route => route.Operation == operation).Path;

    /// <summary>Finds the resource that a path names.</summary>
    /// <param name="path">The path behind the stage, as it was sent.</param>
    /// <returns>Null for an unknown path.</returns>
    public static Resource? Find(string path) => Resources.FirstOrDefault(resource => resource.Fits(path));

    /// <summary>A path and all above it, up to the root.</summary>
    private static IEnumerable<string> PathsTo(string path)
    {
        for (; path.Length > 0; path = path[..path.LastIndexOf('/')])
            yield return path;
        yield return "/";
    }
}
