using ImageService.Handlers;
using ImageService.Handlers.Routing;

namespace ImageService.Lambda;

/// <summary>Describes the API: <c>GET /openapi.json</c>.</summary>
/// <param name="settings">The bucket, the table and where they are.</param>
/// <param name="options">The rest of its surroundings.</param>
public sealed class GetOpenApiFunction(Settings settings, FunctionOptions options)
    : ProxyFunction(Operation.GetOpenApi, settings, options)
{
    /// <summary>As Lambda makes it: from the environment.</summary>
    public GetOpenApiFunction()
        : this(Settings.FromEnvironment(), new FunctionOptions())
    {
    }
}
