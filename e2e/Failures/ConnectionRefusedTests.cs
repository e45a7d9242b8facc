using System.Net;
using System.Net.Sockets;
using ImageService.Handlers;
using ImageService.Handlers.Http;
using ImageService.Handlers.Routing;
using ImageService.Handlers.Storage;
using ImageService.Local;

namespace ImageService.E2E.Failures;

public sealed class ConnectionRefusedTests
{
    [TestCase(Operation.ListImages, "GET")]
    [TestCase(Operation.UploadImage, "POST")]
    public async Task Where_AWS_refuses_the_connection_the_service_is_unavailable(Operation operation, string method)
    {
        // A bound port stays free of others; without a listener it refuses every connection.
        using var closed = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        closed.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var settings = new Settings
        {
            BucketName = "image-storage-bucket",
            TableName = "ImageMetadata",
            Region = "us-east-1",
            AwsEndpoint = new Uri($"http://{closed.LocalEndPoint}"),
        };
        using var clients = new AwsAccess(settings, ServiceDeployment.Credentials, TimeProvider.System);
        var functions = new ImageApi(settings, clients, TimeProvider.System, _ => { });

        var response = await functions.InvokeAsync(operation, new Request
        {
            Method = method,
            Path = "/images",
            Headers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = ["image/png"] },
            Body = method == "POST" ? SampleImages.Png() : default,
            Id = "test",
            RemainingTime = TimeSpan.FromSeconds(28),
        });

        var answer = new Answer(response.Status, response.Headers, response.Body.ToArray());
        Assert.That(answer, Is.Problem(503, "service-unavailable"));
        Assert.That(answer.Header("Retry-After"), Is.EqualTo("2"));
    }
}
