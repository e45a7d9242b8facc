using Amazon.S3;
using Amazon.S3.Model;
using EmbeddedAws;
using EmbeddedAws.Host;
using ImageService.E2E.Clouds;
using ImageService.E2E.Lambda;
using ImageService.Local;
using Microsoft.Extensions.Time.Testing;

namespace ImageService.E2E.Deployments;

/// <summary>The collector as the program deploys it: its role lets it do all that it does, on more than one page.</summary>
[NotOnLocalStack("Its roles are LocalStack's own.")]
public sealed class CollectorRoleTests
{
    private const string Function = "image-service-local-collectGarbage";

    [Test]
    public async Task Its_role_lets_it_stop_go_on_and_remove()
    {
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { RecordsGrants = true });
        using var deployment = await ProgramDeployment.DeployAsync(
            cloud, new ServiceDeploymentOptions { Time = new FakeTimeProvider(DateTimeOffset.UtcNow.AddHours(25)) });
        var settings = ServiceDeployment.SettingsFor(cloud);
        using var s3 = TestClients.S3(settings.AwsEndpoint!, ServiceDeployment.Credentials);
        string[] foreign = [.. Enumerable.Range(0, 1000).Select(n => $"first-page/{n}")];
        string[] garbage = [$"images/{Guid.CreateVersion7()}", $"variants/{Guid.CreateVersion7()}/32x-contain-auto-80"];
        await Parallel.ForEachAsync(foreign.Concat(garbage), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (key, stop) =>
            await s3.PutObjectAsync(new PutObjectRequest { BucketName = settings.BucketName, Key = key }, stop));
        cloud.Calls.Inject("ListObjectsV2", new AwsFault.Error(503, "SlowDown"), call: 2, times: 3);

        var failure = await Assert.ThrowsAsync<AmazonS3Exception>(() => deployment.InvokeAsync(Function, "{}"u8.ToArray(), new InvocationContext()));
        var answer = await deployment.InvokeAsync(Function, "{}"u8.ToArray(), new InvocationContext());

        Assert.That(failure!.ErrorCode, Is.EqualTo("SlowDown"));
        Assert.That(System.Text.Encoding.UTF8.GetString(answer), Does.Contain("\"Objects\":2,\"Images\":1,\"Variants\":1,"));
        Assert.That(await s3.Paginators.ListObjectsV2(new() { BucketName = settings.BucketName }).S3Objects.CountAsync(), Is.EqualTo(1000));
    }
}
