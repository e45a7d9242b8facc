using EmbeddedAws;
using ImageService.E2E.Deployments;
using ImageService.Local;

namespace ImageService.E2E.Clouds;

/// <summary>Deploys the service to an embedded cloud by the Pulumi program.</summary>
internal static class Deployer
{
    public const string Name = "deployed by the Pulumi program";

    public static async Task<(Uri Url, IDisposable Service)> DeployAsync(EmbeddedCloud cloud, ServiceDeploymentOptions options)
    {
        var service = await ProgramDeployment.DeployAsync(cloud, options);
        return (service.Url, service);
    }
}
