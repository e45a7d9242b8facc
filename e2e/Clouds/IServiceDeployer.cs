using EmbeddedAws;
using ImageService.Local;

namespace ImageService.E2E.Clouds;

/// <summary>One way to deploy the service to an embedded cloud.</summary>
internal interface IServiceDeployer
{
    /// <summary>What is printed at the start.</summary>
    string Name { get; }

    /// <summary>Deploys the service.</summary>
    /// <returns>The base URL of the API, and what to dispose at the end.</returns>
    Task<(Uri Url, IDisposable Service)> DeployAsync(EmbeddedCloud cloud, ServiceDeploymentOptions options);
}
