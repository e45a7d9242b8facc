using System.Text;
using ImageService.E2E.Clouds;
using ImageService.Local;
using Microsoft.Extensions.Time.Testing;

namespace ImageService.E2E.Operations;

/// <summary>Uploads that do not become images: they do not exist, are too old, or their bytes are not what was declared.</summary>
public sealed class CompleteUploadRefusalTests
{
    private const int MiB = 1024 * 1024;

    [TestCase((3 * MiB) - 25, Description = "The last byte is missing.")]
    [TestCase(3 * MiB)]
    [TestCase(int.MaxValue)]
    public async Task Dimensions_that_lie_after_the_end_are_corrupt(int directory)
    {
        var upload = await LargeUpload.Put(Api, SampleImages.Tiff(3 * MiB, directory), "image/tiff");

        var answer = await Api.CompleteUpload(upload.Id);

        Assert.That(answer, Is.Problem(422, "corrupt-image"));
        Assert.That(await Api.Get(upload.Id), Is.Problem(404, "image-not-found"));
    }

    [Test]
    public async Task An_unknown_id_answers_404()
    {
        var answer = await Api.CompleteUpload(Guid.CreateVersion7().ToString());

        Assert.That(answer, Is.Problem(404, "upload-not-found"));
    }

    [TestCase("00000000-0000-0000-0000-000000000000")]
    [TestCase("ffffffff-ffff-ffff-ffff-ffffffffffff", Description = "Its time is beyond those of .NET.")]
    [TestCase("f47ac10b-58cc-4372-a567-0e02b2c3d479")]
    public async Task A_UUID_that_is_no_upload_answers_404(string id)
    {
        var answer = await Api.CompleteUpload(id);

        Assert.That(answer, Is.Problem(404, "upload-not-found"));
    }

    [Test]
    public async Task An_image_is_not_an_upload()
    {
        var image = await Api.UploadImage(SampleImages.Png());

        var answer = await Api.CompleteUpload(image.Id);

        Assert.That(answer, Is.Problem(404, "upload-not-found"));
    }

    [Test]
    public async Task After_twelve_hours_an_upload_is_over_and_AWS_is_not_asked()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var cloud = await Embedded.StartAsync(apiOptions: new ServiceDeploymentOptions { Time = time });
        var bytes = SampleImages.Png();
        var first = await LargeUpload.Put(cloud.Api, bytes);
        var second = await LargeUpload.Put(cloud.Api, bytes);

        time.Advance(TimeSpan.FromHours(12));
        var inTime = await cloud.Api.CompleteUpload(first.Id);
        time.Advance(TimeSpan.FromMilliseconds(1));
        var before = cloud.Calls.Counts();
        var late = await Task.WhenAll(cloud.Api.CompleteUpload(first.Id), cloud.Api.CompleteUpload(second.Id));

        Assert.That(inTime, Is.Status(201));
        Assert.That(late, Has.All.Matches(Is.Problem(404, "upload-not-found")));
        Assert.That(cloud.Calls.Counts(), Is.EquivalentTo(before));
        Assert.That(await cloud.Api.Get(first.Id), Is.Status(200));
    }

    [TestCaseSource(typeof(BadIds))]
    public async Task A_malformed_id_answers_400(string id)
    {
        var answer = await Api.CompleteUpload(id);

        Assert.That(answer, Is.Problem(400, "invalid-image-id"));
    }

    [TestCase("just text")]
    [TestCase("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    [TestCase("<!doctype html><script>alert(1)</script>")]
    public async Task Bytes_that_are_not_a_supported_image_are_refused(string text)
    {
        var upload = await LargeUpload.Put(Api, Encoding.UTF8.GetBytes(text));

        var answer = await Api.CompleteUpload(upload.Id);

        Assert.That(answer, Is.Problem(415, "unsupported-image"));
        Assert.That(await Api.Get(upload.Id), Is.Problem(404, "image-not-found"));
    }

    [Test]
    public async Task An_image_without_readable_dimensions_is_corrupt(
        [ValueSource(typeof(SampleImages), nameof(SampleImages.ContentTypes))] string contentType)
    {
        var upload = await LargeUpload.Put(Api, SampleImages.Unique(contentType)[..(contentType == "image/gif" ? 8 : 16)], contentType);

        var answer = await Api.CompleteUpload(upload.Id);

        Assert.That(answer, Is.Problem(422, "corrupt-image"));
        Assert.That(await Api.Get(upload.Id), Is.Problem(404, "image-not-found"));
    }

    [TestCase(0)]
    [TestCase(999)]
    [TestCase(1001)]
    public async Task An_object_of_another_size_is_not_what_was_declared(int size)
    {
        await using var cloud = await Embedded.StartAsync();
        var upload = await LargeUpload.Create(cloud.Api, SampleImages.OfSize(1000));
        await cloud.Stored.PutObject(upload.Id, size == 0 ? [] : SampleImages.OfSize(size));

        var answer = await cloud.Api.CompleteUpload(upload.Id);

        Assert.That(answer, Is.Problem(422, "corrupt-image"));
        Assert.That((string)answer.Json["detail"]!, Does.Contain($"{size} bytes").And.Contain("1000"));
        Assert.That(await cloud.Stored.ItemIds(), Is.Empty);
    }
}
