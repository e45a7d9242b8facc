using System.ComponentModel;
using System.Reflection;
using ImageService.E2E.Clouds;
using Pulumi.Automation;
using Pulumi.Automation.Commands;

namespace ImageService.E2E.PulumiStacks;

/// <summary>The Pulumi CLI: the one on the PATH, else one that the Automation API installs.</summary>
internal static class PulumiCli
{
    /// <summary>A separate folder for plugins and the CLI. They are large, so it outlives the run; no stacks are in it.</summary>
    public static string Home { get; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "image-service-e2e", "pulumi");

    /// <exception cref="CloudUnavailableException">It is not there, and cannot be fetched.</exception>
    public static async Task<PulumiCommand> FindOrInstallAsync()
    {
        try
        {
            return await LocalPulumiCommand.CreateAsync();
        }
        catch (Exception missing) when (missing is Win32Exception or InvalidOperationException)
        {
            return await InstallAsync();
        }
    }

    /// <summary>The Automation API starts the CLI by its bare name, also the one that it installed: so that goes on the PATH of this process.</summary>
    private static async Task<PulumiCommand> InstallAsync()
    {
        var root = Path.Combine(Home, "cli");
        try
        {
            await LocalPulumiCommand.Install(new LocalPulumiCommandOptions { Root = root });
            Environment.SetEnvironmentVariable(
                "PATH", $"{Path.Combine(root, "bin")}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}");
            return await LocalPulumiCommand.CreateAsync();
        }
        catch (Exception failure)
        {
            throw Unavailable("the Pulumi CLI is not on the PATH, or too old, and could not be installed", failure);
        }
    }

    /// <summary>Fetches the provider that the program needs, unless <see cref="Home"/> has it.</summary>
    /// <exception cref="CloudUnavailableException">It cannot be fetched.</exception>
    public static async Task InstallAwsProviderAsync(Workspace workspace)
    {
        var version = typeof(PulumiCli).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "Pulumi.Aws").Value;
        try
        {
            await workspace.InstallPluginAsync("aws", $"v{version}");
        }
        catch (Exception failure)
        {
            throw Unavailable($"Pulumi's AWS provider {version} could not be fetched", failure);
        }
    }

    private static CloudUnavailableException Unavailable(string missing, Exception failure) =>
        new($"The service cannot be deployed by Pulumi: {missing} ({failure.Message.Trim().Split('\n')[0].TrimEnd()}).", failure);
}
