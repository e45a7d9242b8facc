using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using EmbeddedAws;
using ImageService.Handlers;
using ImageService.Handlers.Http;
using ImageService.Handlers.Routing;
using ImageService.Handlers.Storage;
using ImageService.Local;
using Microsoft.Extensions.Time.Testing;

namespace ImageService.E2E.Operations;

/// <summary>What a presigned URL owes to its surroundings: the name of S3, and the credentials of the role that signs.</summary>
public sealed class PresigningTests
{
    [TestCase(300.9, 240, 300.9)]
    [TestCase(86400, 840, 900)]
    public async Task A_URL_ends_with_the_credentials_that_signed_it_where_they_end_first(double credentials, double shortest, double longest)
    {
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());
        using var api = await ServiceDeployment.DeployAsync(cloud);
        var now = DateTimeOffset.UtcNow;
        using var clients = new AwsAccess(ServiceDeployment.SettingsFor(cloud), new EndingCredentials(now.AddSeconds(credentials)), new FakeTimeProvider(now));
        var functions = new ImageApi(ServiceDeployment.SettingsFor(cloud), clients, new FakeTimeProvider(now), _ => { });

        var answer = await functions.InvokeAsync(Operation.CreateUpload, CreateUpload());

        var expiresAt = (string)JsonNode.Parse(answer.Body.Span)!["upload"]!["expiresAt"]!;
        Assert.That((DateTimeOffset.Parse(expiresAt, CultureInfo.InvariantCulture) - now).TotalSeconds, Is.InRange(shortest, longest));
    }

    [TestCase("https://s3.example.com")]
    [TestCase("http://s3.example.com:9000")]
    public async Task A_URL_has_the_name_by_which_clients_reach_S3(string endpoint)
    {
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());
        using var api = await ServiceDeployment.DeployAsync(cloud);
        var settings = ServiceDeployment.SettingsFor(cloud) with { PublicS3Endpoint = new Uri(endpoint) };
        using var clients = new AwsAccess(settings, ServiceDeployment.Credentials, TimeProvider.System);
        var functions = new ImageApi(settings, clients, TimeProvider.System, _ => { });

        var answer = await functions.InvokeAsync(Operation.CreateUpload, CreateUpload());

        Assert.That(answer.Status, Is.EqualTo(201));
        Assert.That((string?)JsonNode.Parse(answer.Body.Span)!["upload"]!["url"], Does.StartWith($"{endpoint}/image-storage-bucket/images/"));
    }

    [TestCase(null, "https://image-storage-bucket.s3.eu-central-1.amazonaws.com")]
    [TestCase("http://s3.example.com:9000", "http://s3.example.com:9000")]
    public async Task The_gallery_reaches_S3_by_that_name(string? endpoint, string origin)
    {
        var settings = new Settings
        {
            BucketName = "image-storage-bucket",
            TableName = "ImageMetadata",
            Region = "eu-central-1",
            PublicS3Endpoint = endpoint is null ? null : new Uri(endpoint),
        };
        using var clients = new AwsAccess(settings, ServiceDeployment.Credentials, TimeProvider.System);
        var functions = new ImageApi(settings, clients, TimeProvider.System, _ => { });

        var answer = await functions.InvokeAsync(
            Operation.GetGallery, new Request { Method = "GET", Path = "/", Id = "test", RemainingTime = TimeSpan.FromSeconds(28) });

        Assert.That(answer.Headers["Content-Security-Policy"].Split("; "), Is.SupersetOf([$"connect-src 'self' {origin}", $"img-src 'self' blob: {origin}"]));
        Assert.That(answer.Headers["ETag"], Is.Not.EqualTo((await Api.Gallery()).Header("ETag")), "A browser that has the page keeps its policy, too.");
    }

    private static Request CreateUpload() => new()
    {
        Method = "POST",
        Path = "/uploads",
        Headers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = ["application/json"] },
        Body = Encoding.UTF8.GetBytes(LargeUpload.Describe(SampleImages.Png()).ToJsonString()),
        Id = "test",
        RemainingTime = TimeSpan.FromSeconds(28),
    };

    private sealed class EndingCredentials(DateTimeOffset end) : AWSCredentials
    {
        public override DateTime? Expiration => end.UtcDateTime;

        public override ImmutableCredentials GetCredentials() => ServiceDeployment.Credentials.GetCredentials();
    }
}
