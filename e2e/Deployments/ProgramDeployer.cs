using EmbeddedAws;
using ImageService.E2E.Clouds;
using ImageService.Local;

namespace ImageService.E2E.Deployments;

/// <summary>Deploys the service to an embedded cloud by the Pulumi program.</summary>
internal sealed class ProgramDeployer : IServiceDeployer
{
    public string Name => "deployed by the Pulumi program";

    public async Task<(Uri Url, IDisposable Service)> DeployAsync(EmbeddedCloud cloud, ServiceDeploymentOptions options)
    {
        var service = await ProgramDeployment.DeployAsync(cloud, options);
        return (service.Url, service);
    }
}
