using ImageService.Local;
using ImageService.Local.Deployment;

namespace ImageService.E2E.Clouds;

/// <summary>Deploys the service to an embedded cloud without the program: where Pulumi and the Lambda packages are not to be had.</summary>
internal static class Deployer
{
    public const string Name = "deployed directly";

    public static async Task<(Uri Url, IDisposable Service)> DeployAsync(EmbeddedCloud cloud, ImageApiOptions options)
    {
        var api = await ImageApi.DeployAsync(cloud, options);
        return (api.Url, api);
    }
}
