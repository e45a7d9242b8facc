namespace ImageService.E2E.Operations;

/// <summary>A UUID is read in either case and written in lower case (RFC 9562, section 4).</summary>
public sealed class ImageIdTests
{
    [Test]
    public async Task An_image_is_read_by_its_id_in_upper_case()
    {
        var bytes = SampleImages.Png();
        var image = await Api.UploadImage(bytes);
        var id = image.Id.ToUpperInvariant();

        var described = await Api.Get(id);
        var downloaded = await Api.Download(id);
        var url = await Api.DownloadUrl(id);

        Assert.That(described.Image, Is.EqualTo(image));
        Assert.That(downloaded.Bytes, Is.Bytes(bytes));
        Assert.That((string)url.Json["downloadUrl"]!, Does.Contain(image.Id).And.Not.Contain(id));
    }

    [Test]
    public async Task An_image_is_changed_and_deleted_by_its_id_in_upper_case()
    {
        var image = await Api.UploadImage(SampleImages.Png());
        var id = image.Id.ToUpperInvariant();

        var updated = await Api.Update(id, """{"owner":"me"}""");
        var deleted = await Api.Delete(id);
        var gone = await Api.Get(id);

        Assert.That(updated, Is.Status(200));
        Assert.That(updated.Image.Id, Is.EqualTo(image.Id));
        Assert.That(deleted, Is.Status(204));
        Assert.That(gone, Is.Problem(404, "image-not-found"));
        Assert.That((string)gone.Json["detail"]!, Is.EqualTo($"There is no image {image.Id}."));
    }

    [Test]
    public async Task An_upload_is_completed_by_its_id_in_upper_case()
    {
        var upload = await LargeUpload.Put(Api, SampleImages.Png());

        var answer = await Api.CompleteUpload(upload.Id.ToUpperInvariant());

        Assert.That(answer, Is.Status(201));
        Assert.That(answer.Image.Id, Is.EqualTo(upload.Id));
        Assert.That(answer.Header("Location"), Is.EqualTo($"../../images/{upload.Id}"));
    }

    [TestCase("019aB3C2-7d1e-7c53-9d0a-3f2b6c1e8a44")]
    [TestCase("00000000-0000-0000-0000-000000000000")]
    [TestCase("F47AC10B-58CC-4372-A567-0E02B2C3D479", Description = "Version 4: no image has such an id, and it is a UUID all the same.")]
    public async Task Any_UUID_is_an_id(string id)
    {
        var answers = new[] { await Api.Get(id), await Api.Download(id), await Api.Delete(id), await Api.Update(id, "{}") };

        Assert.That(answers, Has.All.Matches(Is.Problem(404, "image-not-found")));
        Assert.That(await Api.CompleteUpload(id), Is.Problem(404, "upload-not-found"));
    }

    [Test]
    public async Task What_is_not_an_id_is_told_what_one_looks_like()
    {
        var answer = await Api.Get("sunset.png");

        Assert.That(answer, Is.Problem(400, "invalid-image-id"));
        Assert.That((string)answer.Json["detail"]!, Is.EqualTo("The id of an image must be a UUID, such as 019ab3c2-7d1e-7c53-9d0a-3f2b6c1e8a44."));
    }
}
