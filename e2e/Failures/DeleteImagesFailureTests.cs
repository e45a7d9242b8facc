using EmbeddedAws.Host;
using ImageService.E2E.Clouds;

namespace ImageService.E2E.Failures;

/// <summary>Of several images some cannot be deleted: the answer says which, and it is a 200 all the same.</summary>
[NotOnLocalStack("Its S3 and DynamoDB cannot be told to fail or to hang.")]
public sealed class DeleteImagesFailureTests
{
    [TestCase(503, "ServiceUnavailable", "service-unavailable")]
    [TestCase(400, "ThrottlingException", "service-unavailable")]
    [TestCase(400, "AccessDeniedException", "internal-error")]
    public async Task Images_whose_items_cannot_be_deleted_have_failed(int status, string error, string code)
    {
        await using var cloud = await Embedded.StartAsync();
        var images = await UploadAsync(cloud, 3);
        cloud.Calls.Inject("DeleteItem", new AwsFault.Error(status, error));

        var answer = await cloud.Api.DeleteImages(images);

        Assert.That(answer, Is.Status(200));
        Assert.That(Failed(answer), Is.EqualTo(images.Select(id => (id, code))));
        Assert.That(await cloud.Stored.ItemIds(), Is.EquivalentTo(images));
    }

    [Test]
    public async Task Images_that_the_deadline_cuts_off_have_failed()
    {
        await using var cloud = await Embedded.StartWithStoppedClockAsync();
        var images = await UploadAsync(cloud, 20);
        var hold = new AwsFault.Hold();
        cloud.Calls.Inject("DeleteItem", hold);

        var answer = cloud.Api.DeleteImages(images);
        await cloud.PassDeadlineAsync(hold);

        Assert.That(await answer, Is.Status(200));
        Assert.That(Failed(await answer), Is.EqualTo(images.Select(id => (id, "timeout"))));
        Assert.That(await cloud.Stored.ItemIds(), Is.EquivalentTo(images));
    }

    [Test]
    public async Task Images_whose_objects_cannot_be_deleted_are_gone()
    {
        await using var cloud = await Embedded.StartAsync();
        var images = await UploadAsync(cloud, 3);
        cloud.Calls.Inject("DeleteObject", new AwsFault.Error(403, "AccessDenied"));

        var answer = await cloud.Api.DeleteImages(images);

        Assert.That(answer.Json["deleted"]!.AsArray().Select(id => (string?)id), Is.EqualTo(images));
        Assert.That(Failed(answer), Is.Empty);
        Assert.That(await cloud.Stored.ItemIds(), Is.Empty);
    }

    [Test]
    public async Task One_that_fails_leaves_the_others_to_be_deleted()
    {
        await using var cloud = await Embedded.StartAsync();
        var images = await UploadAsync(cloud, 3);
        cloud.Calls.Inject("DeleteItem", new AwsFault.Error(400, "ValidationException"), times: 1);

        var answer = await cloud.Api.DeleteImages(images);

        var left = await cloud.Stored.ItemIds();
        Assert.That(left, Has.Count.EqualTo(1));
        Assert.That(Failed(answer), Is.EqualTo([(left[0], "internal-error")]));
        Assert.That(answer.Json["deleted"]!.AsArray().Select(id => (string?)id), Is.EqualTo(images.Except(left)));
    }

    private static async Task<IReadOnlyList<string>> UploadAsync(Embedded cloud, int count) =>
        [.. (await Task.WhenAll(Enumerable.Range(0, count).Select(_ => cloud.Api.UploadImage(SampleImages.Png())))).Select(image => image.Id)];

    private static IEnumerable<(string Id, string Code)> Failed(Answer answer) =>
        answer.Json["failed"]!.AsArray().Select(failed => ((string)failed!["id"]!, (string)failed["code"]!));
}
