using EmbeddedAws;
using ImageService.Local;

namespace ImageService.E2E.Clouds;

/// <summary>Deploys the service to an embedded cloud without the program: where Pulumi and the Lambda packages are not to be had.</summary>
internal static class Deployer
{
    public const string Name = "deployed directly";

    public static async Task<(Uri Url, IDisposable Service)> DeployAsync(EmbeddedCloud cloud, ServiceDeploymentOptions options)
    {
        var api = await ServiceDeployment.DeployAsync(cloud, options);
        return (api.Url, api);
    }
}
