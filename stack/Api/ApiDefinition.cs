using ImageService.Handlers.Failures;
using ImageService.Handlers.Routing;

namespace ImageService.Stack.Api;

/// <summary>All that is deployed of the API, as data: the resources are made from it, and a change of it redeploys the API.</summary>
/// <param name="Resources">The paths, each after the one above it.</param>
/// <param name="BinaryMediaTypes">The types whose bodies travel in base64.</param>
/// <param name="GatewayResponses">The gateway's own answers.</param>
internal sealed record ApiDefinition(
    IReadOnlyList<ApiResource> Resources, IReadOnlyList<string> BinaryMediaTypes, IReadOnlyList<GatewayResponseDefinition> GatewayResponses)
{
    /// <summary>The definition with these routes.</summary>
    public static ApiDefinition Of(IReadOnlyList<Route> routes, string corsOrigin) => new(
        [.. Paths(routes).Order(StringComparer.Ordinal).Select(path => new ApiResource(path, [.. Methods(routes, path)]))],
        // On AWS the first stands for all; LocalStack ignores it, and takes the second for images.
        ["*/*", "image/*"],
        [.. GatewayProblems.All.Select(problem => GatewayResponseDefinition.Of(problem, corsOrigin))]);

    /// <summary>The paths of the routes, those above them, and the one that stands for all others.</summary>
    private static HashSet<string> Paths(IReadOnlyList<Route> routes)
    {
        var paths = new HashSet<string> { ApiResource.Root, "/{proxy+}" };
        foreach (var route in routes)
        {
            for (var path = route.Path; path != ApiResource.Root; path = new ApiResource(path, []).Parent)
                paths.Add(path);
        }

        return paths;
    }

    /// <summary>The methods of a path: those of its routes, HEAD where GET is, and the fallback for all others.</summary>
    private static IEnumerable<ApiMethod> Methods(IReadOnlyList<Route> routes, string path)
    {
        foreach (var route in routes.Where(route => route.Path == path))
        {
            yield return new ApiMethod(route.Method, route.Operation);
            if (route.Method == "GET")
                yield return new ApiMethod("HEAD", route.Operation);
        }

        yield return new ApiMethod("ANY", Operation.Fallback);
    }
}
