using EmbeddedAws.Host;
using ImageService.E2E.Clouds;

namespace ImageService.E2E.Failures;

/// <summary>
/// The reads of DynamoDB lag that do not ask for consistency. What a client was answered holds for its next request all the same: each of these
/// operations reads its item consistently.
/// </summary>
[NotOnLocalStack("Its reads cannot be made to lag.")]
public sealed class StaleReadTests
{
    [Test]
    public async Task A_new_image_is_read_by_every_operation([Values("get", "download", "URL", "variant", "update")] string operation)
    {
        await using var cloud = await Embedded.StartAsync();
        using var lag = cloud.LagReads();
        var image = await cloud.Api.UploadImage(SampleImages.Png());

        var answer = await Call(cloud.Api, operation, image.Id);

        Assert.That(answer, Is.Status(200));
    }

    [Test]
    public async Task A_deleted_image_answers_404_to_every_operation([Values("get", "download", "URL", "variant")] string operation)
    {
        await using var cloud = await Embedded.StartAsync();
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        using var lag = cloud.LagReads();
        await cloud.Api.Delete(image.Id);

        var answer = await Call(cloud.Api, operation, image.Id);

        Assert.That(answer, Is.Problem(404, "image-not-found"));
    }

    [Test]
    public async Task A_changed_image_is_read_as_it_was_changed()
    {
        await using var cloud = await Embedded.StartAsync();
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        using var lag = cloud.LagReads();
        var changed = await cloud.Api.Update(image.Id, """{"fileName":"changed.png"}""");

        var answer = await cloud.Api.Get(image.Id);

        Assert.That(answer.Image, Is.EqualTo(changed.Image));
    }

    [Test]
    public async Task A_change_builds_on_the_previous_one()
    {
        await using var cloud = await Embedded.StartAsync();
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        using var lag = cloud.LagReads();
        await cloud.Api.Update(image.Id, """{"fileName":"changed.png"}""");

        var answer = await cloud.Api.Update(image.Id, """{"owner":"user-17"}""", ifMatch: "\"v2\"");

        Assert.That((answer.Image.FileName, answer.Image.Owner, answer.Image.Version), Is.EqualTo(("changed.png", "user-17", 3)));
    }

    [Test]
    public async Task An_upload_can_be_completed_as_soon_as_it_is_made()
    {
        await using var cloud = await Embedded.StartAsync();
        using var lag = cloud.LagReads();
        var upload = await LargeUpload.Put(cloud.Api, SampleImages.Png());

        var answer = await cloud.Api.CompleteUpload(upload.Id);

        Assert.That(answer, Is.Status(201));
    }

    [Test]
    public async Task An_upload_that_was_completed_answers_its_image_again()
    {
        await using var cloud = await Embedded.StartAsync();
        using var lag = cloud.LagReads();
        var upload = await LargeUpload.Put(cloud.Api, SampleImages.Png());
        var first = await cloud.Api.CompleteUpload(upload.Id);

        var second = await cloud.Api.CompleteUpload(upload.Id);

        Assert.That(second, Is.Status(200));
        Assert.That(second.Image, Is.EqualTo(first.Image));
    }

    [Test]
    public async Task An_image_that_is_deleted_before_its_bytes_are_read_is_gone([Values("download", "variant")] string operation)
    {
        await using var cloud = await Embedded.StartAsync();
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        using var lag = cloud.LagReads();
        var hold = new AwsFault.Hold();
        cloud.Calls.Inject("GetObject", hold, times: 1);

        var call = Call(cloud.Api, operation, image.Id);
        await hold.Reached;
        await cloud.Api.Delete(image.Id);
        hold.Release();

        Assert.That(await call, Is.Problem(404, "image-not-found"));
    }

    private static Task<Answer> Call(ApiClient api, string operation, string id) => operation switch
    {
        "get" => api.Get(id),
        "download" => api.Download(id),
        "URL" => api.DownloadUrl(id),
        "variant" => api.Variant(id, "width=32"),
        _ => api.Update(id, """{"owner":"user-17"}"""),
    };
}
