#if CLOUD_PACKAGES
using ImageService.E2E.Deployments;
using ImageService.E2E.LocalStack;
using ImageService.E2E.PulumiStacks;
#endif

namespace ImageService.E2E.Clouds;

/// <summary>What the suite can test in this build: Pulumi, Lambda and LocalStack need packages that cannot be restored everywhere.</summary>
internal static class CloudPackages
{
#if CLOUD_PACKAGES
    /// <summary>How the service gets onto an embedded cloud.</summary>
    public static IServiceDeployer Deployer { get; } = new ProgramDeployer();

    /// <summary>Whether LocalStack is tested unless another cloud is chosen: where Docker is, by the same sign as in Directory.Build.props.</summary>
    public static bool PreferLocalStack => File.Exists("/var/run/docker.sock");

    /// <summary>Starts LocalStack and deploys the service to it.</summary>
    /// <exception cref="CloudUnavailableException">Docker, an image or the CLI is missing.</exception>
    public static Task<ICloud> StartLocalStackAsync() => PulumiCloud.StartAsync(LocalStackServer.StartAsync);

    /// <summary>Starts an embedded cloud without anything in it, and deploys the service to it as a user does.</summary>
    /// <exception cref="CloudUnavailableException">The CLI is missing.</exception>
    public static Task<ICloud> StartPulumiAsync() => PulumiCloud.StartAsync(EmptyEmbeddedServer.StartAsync);
#else
    public static IServiceDeployer Deployer { get; } = new DirectDeployer();

    public static bool PreferLocalStack => false;

    public static Task<ICloud> StartLocalStackAsync() => throw Missing("localstack");

    public static Task<ICloud> StartPulumiAsync() => throw Missing("pulumi");

    private static NotSupportedException Missing(string cloud) => new(
        $"This build of the suite cannot deploy: it needs Pulumi and Testcontainers. Build it with IMAGE_SERVICE_CLOUD={cloud} set, or with "
        + "-p:CloudPackages=true. IMAGE_SERVICE_CLOUD=embedded needs neither.");
#endif
}
