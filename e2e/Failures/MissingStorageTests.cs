using ImageService.E2E.Clouds;

namespace ImageService.E2E.Failures;

/// <summary>A table or a bucket that was taken away: the deployment is broken. One object: <see cref="DamagedImageTests"/>.</summary>
[NotOnLocalStack("A deployment is broken there for real, by BrokenDeploymentTests.")]
public sealed class MissingStorageTests
{
    [Test]
    public async Task A_missing_table_is_a_broken_deployment(
        [Values(
            "uploadImage", "uploadImage with a key", "listImages", "getImage", "downloadImage", "getDownloadUrl",
            "updateImage", "deleteImage", "createUpload", "completeUpload")] string operation)
    {
        await using var cloud = await CloudWithOneImage.StartAsync();
        await cloud.Stored.DeleteTable();

        var answer = await cloud.Call(operation);

        Assert.That(answer, Is.Problem(500, "internal-error"));
    }

    [Test]
    public async Task A_missing_bucket_is_a_broken_deployment(
        [Values("uploadImage", "uploadImage with a key", "downloadImage", "completeUpload")] string operation)
    {
        await using var cloud = await CloudWithOneImage.StartAsync();
        await cloud.Stored.DeleteBucket();

        var answer = await cloud.Call(operation);

        Assert.That(answer, Is.Problem(500, "internal-error"));
    }

    [Test]
    public async Task A_delete_without_a_bucket_has_deleted_the_image()
    {
        await using var cloud = await CloudWithOneImage.StartAsync();
        await cloud.Stored.DeleteBucket();

        var answer = await cloud.Call("deleteImage");

        Assert.That(answer, Is.Status(204));
        Assert.That(await cloud.Stored.ItemIds(), Is.Empty);
    }
}
