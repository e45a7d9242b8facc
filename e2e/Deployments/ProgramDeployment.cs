using System.Globalization;
using Amazon.Lambda.Core;
using EmbeddedAws;
using ImageService.E2E.Clouds;
using ImageService.Local;
using ImageService.Stack;
using ImageService.Stack.Settings;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace ImageService.E2E.Deployments;

/// <summary>
/// The service, deployed to an embedded cloud by the Pulumi program: what the program registers is created there, and a
/// request goes through the entry points of Lambda, as it does on AWS.
/// </summary>
internal sealed class ProgramDeployment : IDisposable
{
    private readonly LambdaResources _lambda;

    private ProgramDeployment(Uri url, LambdaResources lambda)
    {
        Url = url;
        _lambda = lambda;
    }

    /// <summary>The base URL of the API.</summary>
    public Uri Url { get; }

    public static async Task<ProgramDeployment> DeployAsync(EmbeddedCloud cloud, ServiceDeploymentOptions options)
    {
        using var s3 = TestClients.S3(cloud.Endpoint, ServiceDeployment.Credentials);
        using var dynamoDb = TestClients.DynamoDb(cloud.Endpoint, ServiceDeployment.Credentials);
        var lambda = new LambdaResources(cloud, options);
        var mocks = new CloudMocks(new StorageResources(s3, dynamoDb), new IamResources(cloud), lambda, new ApiGatewayResources(cloud), new UsagePlanResources(cloud, options.ApiKeys));
        var resources = await Pulumi.Deployment.TestWithServiceProviderAsync<ImageStack>(
            mocks, new Program(SettingsFor(cloud, options)), new TestOptions { ProjectName = "image-service", StackName = "local", IsPreview = false });
        Grants.Add(cloud.Iam);
        var url = await OutputUtilities.GetValueAsync(resources.OfType<ImageStack>().Single().ApiUrl);
        return new ProgramDeployment(new Uri(url), lambda);
    }

    /// <summary>Invokes the function of a name, under its own role.</summary>
    public Task<byte[]> InvokeAsync(string name, byte[] functionEvent, ILambdaContext context) => _lambda.HostOf(name).InvokeAsync(functionEvent, context);

    public void Dispose() => _lambda.Dispose();

    private static StackSettings SettingsFor(EmbeddedCloud cloud, ServiceDeploymentOptions options) => StackSettings.Read("image-service", "local", key => key switch
    {
        // Each client sends as fast as it can.
        "requestsPerSecond" or "requestBurst" => "100000",
        "localEndpoint" => cloud.Endpoint.ToString(),
        "listShards" => $"{options.ListShards}",
        "corsOrigin" => options.CorsOrigin,
        "apiKeyRequired" => options.ApiKeys.Count > 0 ? "true" : "false",
        "rateLimit" => options.RequestLimit.RequestsPerSecond.ToString(CultureInfo.InvariantCulture),
        "burstLimit" => $"{options.RequestLimit.Burst}",
        "uploadRateLimit" => options.UploadLimit.RequestsPerSecond.ToString(CultureInfo.InvariantCulture),
        "uploadBurstLimit" => $"{options.UploadLimit.Burst}",
        "variantMaxPixels" => $"{options.VariantMaxPixels}",
        "variantMaxBytes" => $"{options.VariantMaxBytes}",
        _ => null,
    });

    private sealed class Program(StackSettings settings) : IServiceProvider
    {
        public object GetService(Type serviceType) => new ImageStack(settings);
    }
}
