using ImageService.Local;
using ImageService.Local.Gateway;

namespace ImageService.E2E.Gateways;

/// <summary>Deploys APIs of a test's own functions.</summary>
internal static class TestApi
{
    /// <summary>One function behind every path.</summary>
    public static ApiClient Deploy(EmbeddedCloud cloud, Function function) =>
        Deploy(cloud, new ApiRoute("ANY", "/{proxy+}", "test", function), new ApiRoute("ANY", "/images/{id}", "test", function));

    /// <summary>An API of these routes. The description is not about it.</summary>
    public static ApiClient Deploy(EmbeddedCloud cloud, params ApiRoute[] routes) =>
        new(cloud.Deploy(new Api("test", "dev", routes)), parallelism: 8) { Recorder = null };
}
