using EmbeddedAws;
using ImageService.Local;

namespace ImageService.E2E.Clouds;

/// <summary>Deploys the service without the Pulumi program, where Pulumi and the Lambda packages cannot be restored.</summary>
internal sealed class DirectDeployer : IServiceDeployer
{
    public string Name => "deployed directly";

    public async Task<(Uri Url, IDisposable Service)> DeployAsync(EmbeddedCloud cloud, ServiceDeploymentOptions options)
    {
        var api = await ServiceDeployment.DeployAsync(cloud, options);
        return (api.Url, api);
    }
}
