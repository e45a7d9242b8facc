using ImageService.Handlers.Routing;
using ImageService.Stack;
using ImageService.Stack.Settings;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace ImageService.E2E.Stack;

/// <summary>
/// A run of the program under mocks. The configuration is handed over: Pulumi's own way, an environment variable, is one
/// for the whole process, in which tests run at once.
/// </summary>
internal sealed class StackRun
{
    private const string Project = "image-service";
    private readonly IReadOnlyList<Registered> _registered;
    private readonly ImageStack _stack;

    private StackRun(IReadOnlyList<Registered> registered, ImageStack stack) => (_registered, _stack) = (registered, stack);

    public Task<string> ApiUrl => OutputUtilities.GetValueAsync(_stack.ApiUrl);

    public Task<string> ExecuteApiUrl => OutputUtilities.GetValueAsync(_stack.ExecuteApiUrl);

    /// <summary>The key that requests need; null where they need none.</summary>
    public Output<string?> ApiKey => _stack.ApiKey;

    public Task<string> BucketName => OutputUtilities.GetValueAsync(_stack.BucketName);

    public Task<string> TableName => OutputUtilities.GetValueAsync(_stack.TableName);

    /// <summary>Deploys to LocalStack.</summary>
    public static Task<StackRun> Local(params (string Key, string Value)[] configuration) =>
        Deploy("local", [("localEndpoint", "http://localhost:4566"), .. configuration]);

    /// <summary>Deploys to AWS.</summary>
    public static Task<StackRun> Prod(params (string Key, string Value)[] configuration) => Deploy("prod", configuration);

    /// <summary>Deploys to AWS with another route table.</summary>
    public static Task<StackRun> Prod(IReadOnlyList<Route> routes) => Deploy("prod", [], routes);

    /// <summary>Deploys to AWS while one type of resource takes long to make.</summary>
    public static Task<StackRun> ProdWithSlow(string type, params (string Key, string Value)[] configuration) => Deploy("prod", configuration, slow: type);

    /// <summary>Reads a configuration, without deploying anything.</summary>
    public static StackSettings Settings(string stack, params (string Key, string Value)[] configuration) =>
        StackSettings.Read(Project, stack, key => configuration.LastOrDefault(entry => entry.Key == key).Value);

    /// <summary>The resources of this type.</summary>
    public IReadOnlyList<Registered> All(string type) =>
        [.. _registered.Where(resource => resource.Type.EndsWith($":{type}", StringComparison.Ordinal))];

    /// <summary>The types, in the order in which their first resource was made.</summary>
    public IReadOnlyList<string> Order => [.. _registered.Select(resource => resource.Type.Split(':')[^1]).Distinct()];

    /// <summary>The one resource of this type.</summary>
    public Registered The(string type) => All(type).Single();

    /// <summary>The function of an operation.</summary>
    public Registered Function(Operation operation) => All("Function").Single(function => function.Name == $"{operation}-function");

    private static async Task<StackRun> Deploy(string name, (string Key, string Value)[] configuration, IReadOnlyList<Route>? routes = null, string? slow = null)
    {
        var settings = Settings(name, configuration);
        var mocks = new AwsMocks(slow);
        var resources = await Pulumi.Deployment.TestWithServiceProviderAsync<ImageStack>(
            mocks,
            new Program(() => new ImageStack(settings, routes)),
            new TestOptions { ProjectName = Project, StackName = name, IsPreview = false });
        return new StackRun(mocks.Registered, resources.OfType<ImageStack>().Single());
    }

    private sealed class Program(Func<ImageStack> create) : IServiceProvider
    {
        public object GetService(Type serviceType) => create();
    }
}
