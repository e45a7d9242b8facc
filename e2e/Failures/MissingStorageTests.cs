using ImageService.E2E.Clouds;

namespace ImageService.E2E.Failures;

/// <summary>What somebody took away behind the back of the service: one object, or the whole table or bucket.</summary>
[NotOnLocalStack("A deployment is broken there for real, by BrokenDeploymentTests.")]
public sealed class MissingStorageTests
{
    [Test]
    public async Task An_object_that_is_gone_after_its_item_was_read_is_a_404()
    {
        await using var cloud = await StockedCloud.StartAsync();
        await cloud.Stored.DeleteObject(cloud.ImageId);

        var answer = await cloud.Call("downloadImage");

        Assert.That(answer, Is.Problem(404, "image-not-found"));
    }

    [Test]
    public async Task A_missing_table_is_a_broken_deployment(
        [Values(
            "uploadImage", "uploadImage with a key", "listImages", "getImage", "downloadImage", "getDownloadUrl",
            "updateImage", "deleteImage", "createUpload", "completeUpload")] string operation)
    {
        await using var cloud = await StockedCloud.StartAsync();
        await cloud.Stored.DeleteTable();

        var answer = await cloud.Call(operation);

        Assert.That(answer, Is.Problem(500, "internal-error"));
    }

    [Test]
    public async Task A_missing_bucket_is_a_broken_deployment(
        [Values("uploadImage", "uploadImage with a key", "downloadImage", "deleteImage", "completeUpload")] string operation)
    {
        await using var cloud = await StockedCloud.StartAsync();
        await cloud.Stored.DeleteBucket();

        var answer = await cloud.Call(operation);

        Assert.That(answer, Is.Problem(500, "internal-error"));
    }
}
