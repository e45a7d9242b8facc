using EmbeddedAws;
using EmbeddedAws.Host;
using ImageService.Local;

namespace ImageService.E2E.Failures;

/// <summary>What the embedded cloud prints of failures.</summary>
public sealed class FailureLogTests
{
    [Test]
    public async Task A_5xx_is_told_under_its_request_id_and_nothing_else_is()
    {
        using var log = new StringWriter();
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());
        using var service = await ServiceDeployment.DeployAsync(cloud, new ServiceDeploymentOptions { Log = log });
        using var api = new ApiClient(service.Url, parallelism: 1);
        cloud.Calls.Inject("GetItem", new AwsFault.Error(400, "AccessDeniedException"), times: 1);
        var id = Guid.CreateVersion7().ToString();

        var failed = await api.Get(id);
        var missing = await api.Get(id);

        Assert.That(failed, Is.Status(500));
        Assert.That(missing, Is.Status(404));
        Assert.That(log.ToString(), Does.Match($"^{failed.Header("X-Request-Id")} getImage 500 after \\d+ ms: Amazon\\."));
        Assert.That(log.ToString(), Does.Not.Contain(missing.Header("X-Request-Id")!));
    }

    [Test]
    public async Task An_object_that_could_not_be_deleted_is_told_although_the_answer_is_a_204()
    {
        using var log = new StringWriter();
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());
        using var service = await ServiceDeployment.DeployAsync(cloud, new ServiceDeploymentOptions { Log = log });
        using var api = new ApiClient(service.Url, parallelism: 1);
        var image = await api.UploadImage(SampleImages.Png());
        cloud.Calls.Inject("DeleteObject", new AwsFault.Error(403, "AccessDenied"));

        var deleted = await api.Delete(image.Id);

        Assert.That(deleted, Is.Status(204));
        Assert.That(log.ToString(), Does.Match($"^{deleted.Header("X-Request-Id")} deleteImage 204 after \\d+ ms: Amazon\\."));
    }

    [Test]
    public async Task An_image_that_could_not_be_deleted_among_others_is_told_although_the_answer_is_a_200()
    {
        using var log = new StringWriter();
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());
        using var service = await ServiceDeployment.DeployAsync(cloud, new ServiceDeploymentOptions { Log = log });
        using var api = new ApiClient(service.Url, parallelism: 1);
        var image = await api.UploadImage(SampleImages.Png());
        cloud.Calls.Inject("DeleteItem", new AwsFault.Error(400, "AccessDeniedException"));

        var deleted = await api.DeleteImages(image.Id, $"{Guid.CreateVersion7()}");

        Assert.That(deleted, Is.Status(200));
        Assert.That(log.ToString(), Does.Match($"^{deleted.Header("X-Request-Id")} deleteImages 200 after \\d+ ms: Amazon\\."));
    }

    [Test]
    public async Task Images_that_are_not_there_are_no_failure()
    {
        using var log = new StringWriter();
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());
        using var service = await ServiceDeployment.DeployAsync(cloud, new ServiceDeploymentOptions { Log = log });
        using var api = new ApiClient(service.Url, parallelism: 1);

        var deleted = await api.DeleteImages($"{Guid.CreateVersion7()}");

        Assert.That(deleted, Is.Status(200));
        Assert.That(log.ToString(), Is.Empty);
    }

    [Test]
    public async Task A_damaged_image_is_told_by_its_id()
    {
        using var log = new StringWriter();
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());
        using var service = await ServiceDeployment.DeployAsync(cloud, new ServiceDeploymentOptions { Log = log });
        using var api = new ApiClient(service.Url, parallelism: 1);
        var image = await api.UploadImage(SampleImages.Png());
        cloud.Calls.Inject("GetObject", new AwsFault.Error(404, "NoSuchKey"));

        var download = await api.Download(image.Id);

        Assert.That(download, Is.Problem(500, "image-damaged"));
        Assert.That(log.ToString(), Does.Match($"^{download.Header("X-Request-Id")} downloadImage 500 after \\d+ ms: .*{image.Id}"));
    }
}
