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
        new("DELETE", "/images/{id}", Operation.DeleteImage),
    ];

    /// <summary>The paths of the table, each with its routes.</summary>
    public static readonly IReadOnlyList<Resource> Resources =
        [.. Routes.GroupBy(route => route.Path).Select(routes => new Resource(routes.Key, [.. routes]))];

    /// <summary>The path template of an operation.</summary>
    /// <param name="operation">Any but the fallback.</param>
    public static string PathOf(Operation operation) => Routes.First(route => route.Operation == operation).Path;

    /// <summary>Finds the resource that a path names; a trailing slash is ignored.</summary>
    /// <param name="path">The path behind the stage, as it was sent.</param>
    /// <param name="parameters">The decoded values of the template's placeholders.</param>
    /// <returns>Null for an unknown path.</returns>
    public static Resource? Find(string path, out IReadOnlyDictionary<string, string> parameters)
    {
        foreach (var resource in Resources)
        {
            if (resource.Match(path) is { } values)
            {
                parameters = values;
                return resource;
            }
        }

        parameters = new Dictionary<string, string>();
        return null;
    }
}
