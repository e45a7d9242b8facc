using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Containers;
using ImageService.E2E.Clouds;
using ImageService.E2E.PulumiStacks;
using Testcontainers.LocalStack;

namespace ImageService.E2E.LocalStack;

/// <summary>A LocalStack of this run alone, in a container and on a free port.</summary>
internal sealed class LocalStackServer : IAwsServer
{
    /// <summary>The last that needs no token, as in compose.yaml.</summary>
    private const string FreeImage = "localstack/localstack:4.14.0";

    /// <summary>The current LocalStack, which needs a token.</summary>
    private const string LicensedImage = "localstack/localstack:latest";

    /// <summary>The image in which LocalStack runs functions of the runtime dotnet10.</summary>
    private const string FunctionImage = "public.ecr.aws/lambda/dotnet:10";

    private readonly LocalStackContainer _container;

    private LocalStackServer(LocalStackContainer container) => _container = container;

    public string Name => "LocalStack";

    public bool IsLocalStack => true;

    /// <summary>Where clients outside the container reach it.</summary>
    public Uri Endpoint => new(_container.GetConnectionString());

    private static string? Token => Environment.GetEnvironmentVariable("LOCALSTACK_AUTH_TOKEN") is { Length: > 0 } token ? token : null;

    /// <exception cref="CloudUnavailableException">Docker or an image is missing, or LocalStack does not become ready.</exception>
    public static async Task<IAwsServer> StartAsync(RunFolder folder)
    {
        var image = Token is null ? FreeImage : LicensedImage;
        try
        {
            var server = new LocalStackServer(Build(image, folder));
            try
            {
                await Task.WhenAll(server._container.StartAsync(), PullFunctionImageAsync());
                return server;
            }
            catch
            {
                await server.DisposeAsync();
                throw;
            }
        }
        catch (DockerUnavailableException)
        {
            throw new CloudUnavailableException("LocalStack cannot start: Docker does not answer.");
        }
        catch (Exception failure)
        {
            throw new CloudUnavailableException(
                $"LocalStack cannot start: it needs the images {image} and {FunctionImage} ({failure.Message.Trim().Split('\n')[0].TrimEnd()}).", failure);
        }
    }

    /// <summary>Stops it before it is removed: it takes the containers of the functions with it.</summary>
    public async ValueTask DisposeAsync()
    {
        await using var container = _container;
        if (container.State != TestcontainersStates.Undefined)
            await container.StopAsync();
    }

    private static LocalStackContainer Build(string image, RunFolder folder)
    {
        var builder = new LocalStackBuilder(image)
            // The functions run in their own containers, which LocalStack starts.
            .WithBindMount("/var/run/docker.sock", "/var/run/docker.sock")
            .WithPortBinding(LocalStackBuilder.LocalStackPort, assignRandomHostPort: true)
            // Many functions start at once, on a machine that may have few cores.
            .WithEnvironment("LAMBDA_RUNTIME_ENVIRONMENT_TIMEOUT", "60")
            // Presigned URLs are good for what was signed, and for nothing else, as on AWS.
            .WithEnvironment("S3_SKIP_SIGNATURE_VALIDATION", "0")
            // It would cut off an event above the limit of an invocation: now the function answers 413.
            .WithEnvironment("LAMBDA_LIMITS_MAX_FUNCTION_PAYLOAD_SIZE_BYTES", "33554432")
            // With it the lines that functions write are in the log.
            .WithEnvironment("DEBUG", "1")
            .WithOutputConsumer(Consume.RedirectStdoutAndStderrToStream(folder.ServerLog, folder.ServerLog));
        return (Token is { } token ? builder.WithEnvironment("LOCALSTACK_AUTH_TOKEN", token) : builder).Build();
    }

    /// <summary>Otherwise the first request to a function would wait for it. To start a container is how Testcontainers pulls its image.</summary>
    private static async Task PullFunctionImageAsync()
    {
        await using var container = new ContainerBuilder(FunctionImage).WithEntrypoint("sleep", "600").Build();
        await container.StartAsync();
    }
}
