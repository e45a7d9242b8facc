using ImageService.Handlers.Routing;
using ImageService.Stack.Settings;

namespace ImageService.Stack.Api;

/// <summary>All that is deployed of the API, as data: the resources are made from it, and a change of it redeploys the API.</summary>
/// <param name="Resources">The paths, each after the one above it.</param>
/// <param name="BinaryMediaTypes">The types whose bodies travel in base64.</param>
/// <param name="GatewayResponses">The gateway's own answers.</param>
internal sealed record ApiDefinition(
    IReadOnlyList<ApiResource> Resources, IReadOnlyList<string> BinaryMediaTypes, IReadOnlyList<GatewayResponseDefinition> GatewayResponses)
{
    public static ApiDefinition Of(IReadOnlyList<Route> routes, ApiSettings settings) => new(
        [
            .. RouteTable.Methods(routes).GroupBy(method => method.Path).OrderBy(methods => methods.Key, StringComparer.Ordinal)
                .Select(methods => Resource(methods, settings.Keys is not null)),
        ],
        // AWS takes the first for every type; LocalStack ignores it, and takes the second for images.
        ["*/*", "image/*"],
        [.. GatewayProblems.All.Select(problem => GatewayResponseDefinition.Of(problem, settings.CorsOrigin))]);

    private static ApiResource Resource(IGrouping<string, Route> methods, bool keys) => new(
        methods.Key, [.. methods.Select(method => new ResourceMethod(method.Method, method.Operation, keys && RouteTable.NeedsKey(method.Operation)))]);
}
