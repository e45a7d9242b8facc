using ImageService.Handlers.Failures;
using ImageService.Handlers.Http;

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
        new("GET", "/images/{id}", Operation.DownloadImage, Download: "true"),
        new("GET", "/images/{id}", Operation.GetDownloadUrl, Download: "url"),
        new("PATCH", "/images/{id}", Operation.UpdateImage),
        new("DELETE", "/images/{id}", Operation.DeleteImage),
        new("POST", "/images/delete", Operation.DeleteImages),
        new("GET", "/images/{id}/variant", Operation.RenderImage),
        new("POST", "/uploads", Operation.CreateUpload),
        new("POST", "/uploads/{id}/complete", Operation.CompleteUpload),
        new("GET", "/openapi.json", Operation.GetOpenApi),
        new("GET", "/", Operation.GetGallery),
    ];

    /// <summary>The paths of the table, each with its routes.</summary>
    public static readonly IReadOnlyList<Resource> Resources = Resource.Of(Routes);

    /// <summary>The operations that have a function of their own: the first of those that share a route, and the fallback.</summary>
    public static readonly IReadOnlyList<Operation> Functions = [.. ByMethod(Routes).Select(route => route.Operation), Operation.Fallback];

    /// <summary>
    /// The methods that API Gateway is given: one for each method of a path, HEAD wherever there is GET, and ANY to the fallback on each
    /// path, on those above it, and on all others.
    /// </summary>
    /// <param name="routes">The routes: <see cref="Routes"/>.</param>
    public static IReadOnlyList<Route> Methods(IReadOnlyList<Route> routes) =>
    [
        .. ByMethod(routes),
        .. ByMethod(routes).Where(route => route.Method == "GET").Select(route => route with { Method = "HEAD" }),
        .. routes.SelectMany(route => PathsTo(route.Path)).Append("/{proxy+}").Distinct().Select(path => new Route("ANY", path, Operation.Fallback)),
    ];

    /// <summary>
    /// Whether an operation needs an API key, where the deployment asks for them. The page on which people enter theirs does not, nor does the
    /// description; and the fallback answers the CORS preflight, with which browsers send no key.
    /// </summary>
    /// <param name="operation">The operation.</param>
    public static bool NeedsKey(Operation operation) => operation is not (Operation.GetGallery or Operation.GetOpenApi or Operation.Fallback);

    /// <summary>The path template of an operation.</summary>
    /// <param name="operation">Any but the fallback.</param>
    public static string PathOf(Operation operation) => Routes.First(route => route.Operation == operation).Path;

    /// <summary>Finds the resource that a path names.</summary>
    /// <param name="path">The path after the stage, as it was sent.</param>
    /// <returns>Null for an unknown path.</returns>
    public static Resource? Find(string path) => Find(path, Resources);

    /// <summary>Finds the resource that a path names: one with a literal segment wins over one with a placeholder.</summary>
    /// <param name="path">The path after the stage, as it was sent.</param>
    /// <param name="resources">The resources: <see cref="Resources"/>.</param>
    /// <returns>Null for an unknown path.</returns>
    public static Resource? Find(string path, IReadOnlyList<Resource> resources) =>
        resources.Where(resource => resource.Fits(path)).MinBy(resource => resource.Rank, StringComparer.Ordinal);

    /// <summary>The operation that a request asks for, among those that share a function.</summary>
    /// <param name="function">The operation whose function the gateway has called.</param>
    /// <param name="request">The request.</param>
    /// <exception cref="ProblemException">400: the parameter <c>download</c> has none of its values, or several.</exception>
    internal static Operation Choose(Operation function, Request request)
    {
        var first = Routes.FirstOrDefault(route => route.Operation == function);
        var shared = Routes.Where(route => (route.Method, route.Path) == (first?.Method, first?.Path)).ToList();
        return shared.Count > 1 ? DownloadParameter.Choose(shared, request) : function;
    }

    /// <summary>The routes as API Gateway tells them apart: by method and path alone.</summary>
    private static IEnumerable<Route> ByMethod(IReadOnlyList<Route> routes) => routes.DistinctBy(route => (route.Method, route.Path));

    /// <summary>A path and all above it, up to the root.</summary>
    private static IEnumerable<string> PathsTo(string path)
    {
        for (; path.Length > 0; path = path[..path.LastIndexOf('/')])
            yield return path;
        yield return "/";
    }
}
