using ImageService.E2E.Formats;

namespace ImageService.E2E.Operations;

/// <summary>How a viewer turns an image: the answers tell it, and it cannot be changed.</summary>
public sealed class ImageOrientationTests
{
    [TestCase("exif-90x60.jpg", 6)]
    [TestCase("rotated-90x60.avif", 8)]
    public async Task Each_answer_tells_the_orientation(string name, int orientation)
    {
        var owner = $"owner-{Guid.NewGuid()}";

        var uploaded = await Api.Upload(SampleImages.Named(name).Bytes, owner: owner);
        var got = await Api.Get(uploaded.Image.Id);

        Assert.That(uploaded, Is.Status(201));
        Assert.That((uploaded.Image.Width, uploaded.Image.Height, uploaded.Image.Orientation), Is.EqualTo((90, 60, (int?)orientation)));
        Assert.That(got.Text, Is.EqualTo(uploaded.Text));
        await Eventually.That(async () => (await Api.List(("owner", owner))).Page.Images.Select(image => image.Orientation), Is.EqualTo(new int?[] { orientation }));
    }

    [Test]
    public async Task A_large_image_has_its_orientation_too()
    {
        var upload = await LargeUpload.Put(Api, SampleImages.Named("exif-90x60.jpg").Bytes, "image/jpeg");

        var completed = await Api.CompleteUpload(upload.Id);
        var repeated = await Api.CompleteUpload(upload.Id);

        Assert.That(completed, Is.Status(201));
        Assert.That((completed.Image.Width, completed.Image.Height, completed.Image.Orientation), Is.EqualTo((90, 60, (int?)6)));
        Assert.That(repeated.Text, Is.EqualTo(completed.Text));
    }

    [TestCase(1, Description = "It leaves the pixels as they are.")]
    [TestCase(9, Description = "EXIF has no such number.")]
    public async Task Without_one_the_field_is_absent(int orientation)
    {
        var answer = await Api.Upload(PngWriter.Write(3, 5, "eXIf"u8, ExifData.Of(orientation)));

        Assert.That(answer, Is.Status(201));
        Assert.That(answer.Json.ContainsKey("orientation"), Is.False);
    }

    [Test]
    public async Task It_cannot_be_changed()
    {
        var image = await Api.UploadImage(PngWriter.Write(3, 5, "eXIf"u8, ExifData.Of(3)));

        var refused = await Api.Update(image.Id, """{"orientation":1}""");
        var renamed = await Api.Update(image.Id, """{"fileName":"other.png"}""");

        Assert.That(refused, Is.Problem(400, "invalid-field"));
        Assert.That(renamed, Is.Status(200));
        Assert.That((renamed.Image.FileName, renamed.Image.Orientation), Is.EqualTo(("other.png", (int?)3)));
    }
}
