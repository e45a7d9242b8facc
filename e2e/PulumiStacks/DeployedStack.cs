using ImageService.E2E.Clouds;
using Pulumi.Automation;
using Pulumi.Automation.Commands;

namespace ImageService.E2E.PulumiStacks;

/// <summary>A stack of the program in stack/, deployed as <c>pulumi up</c> does; removed when it is disposed.</summary>
internal sealed class DeployedStack : IAsyncDisposable
{
    private readonly WorkspaceStack _stack;
    private readonly RunFolder _folder;

    private DeployedStack(WorkspaceStack stack, RunFolder folder)
    {
        _stack = stack;
        _folder = folder;
    }

    /// <summary>The base URL of its API.</summary>
    public Uri ApiUrl { get; private set; } = null!;

    /// <summary>Deploys a stack.</summary>
    /// <param name="name">What its name begins with.</param>
    /// <param name="endpoint">Where the server is.</param>
    /// <param name="folder">The files of this run.</param>
    /// <param name="pulumi">The CLI.</param>
    /// <param name="settings">Configuration beyond that of Pulumi.local.yaml.</param>
    public static async Task<DeployedStack> DeployAsync(
        string name, Uri endpoint, RunFolder folder, PulumiCommand pulumi, params (string Key, string Value)[] settings)
    {
        var stackName = $"{name}-{Guid.NewGuid().ToString("N")[..8]}";
        var config = ConfigOf(stackName);
        try
        {
            await File.WriteAllTextAsync(config, LocalConfig.For(Repository.Read("Pulumi.local.yaml"), endpoint));
            var stack = await LocalWorkspace.CreateStackAsync(new LocalProgramArgs(stackName, Repository.Root)
            {
                PulumiCommand = pulumi,
                PulumiHome = PulumiCli.Home,
                EnvironmentVariables = Environment(folder),
            });
            await PulumiCli.InstallAwsProviderAsync(stack.Workspace);
            return await UpAsync(new DeployedStack(stack, folder), settings);
        }
        catch (Exception failure)
        {
            File.Delete(config);
            folder.WritePulumi(failure.ToString());
            if (failure is CloudUnavailableException)
                throw;
            throw new InvalidOperationException($"The program in stack/ could not be deployed: {failure.Message}", failure);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _stack.DestroyAsync(new DestroyOptions { OnStandardOutput = _folder.WritePulumi, OnStandardError = _folder.WritePulumi });
            await _stack.Workspace.RemoveStackAsync(_stack.Name);
        }
        finally
        {
            File.Delete(ConfigOf(_stack.Name));
            _stack.Dispose();
        }
    }

    private static async Task<DeployedStack> UpAsync(DeployedStack deployed, (string Key, string Value)[] settings)
    {
        var folder = deployed._folder;
        try
        {
            foreach (var (key, value) in settings)
                await deployed._stack.SetConfigAsync(key, new ConfigValue(value));
            var result = await deployed._stack.UpAsync(new UpOptions { OnStandardOutput = folder.WritePulumi, OnStandardError = folder.WritePulumi });
            deployed.ApiUrl = new Uri((string)result.Outputs["ApiUrl"].Value);
            return deployed;
        }
        catch
        {
            // If the removal fails as well, this failure is still the one to report.
            await Task.WhenAny(deployed.DisposeAsync().AsTask());
            throw;
        }
    }

    /// <summary>Pulumi expects the configuration of a stack next to Pulumi.yaml. The name is unique to this run.</summary>
    private static string ConfigOf(string stackName) => Path.Combine(Repository.Root, $"Pulumi.{stackName}.yaml");

    private static Dictionary<string, string?> Environment(RunFolder folder) => new()
    {
        ["PULUMI_BACKEND_URL"] = $"file://{folder.State.Replace('\\', '/')}",
        ["PULUMI_CONFIG_PASSPHRASE"] = "e2e",
        ["PULUMI_SKIP_UPDATE_CHECK"] = "true",
        // A profile of the user's would be looked up, though the configuration has credentials.
        ["AWS_PROFILE"] = null,
    };
}
