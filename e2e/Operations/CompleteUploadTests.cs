using System.Globalization;
using System.Text.Json.Nodes;
using ImageService.E2E.Formats;
using RestSharp;

namespace ImageService.E2E.Operations;

public sealed class CompleteUploadTests
{
    private const int MiB = 1024 * 1024;

    [Test]
    public async Task An_image_goes_to_S3_and_comes_back()
    {
        var bytes = SampleImages.Png(640, 480);
        var description = LargeUpload.Describe(bytes, owner: "user-17");
        description["metadata"] = JsonNode.Parse("""{"title":"Sunset","tags":["beach"],"attributes":{"camera":"X100"}}""");
        var upload = (await Api.CreateUpload(description)).Upload;
        await PresignedPut.Send(upload, bytes);

        var answer = await Api.CompleteUpload(upload.Id);

        var image = answer.Image;
        var created = DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(upload.Id[..8] + upload.Id[9..13], 16));
        var downloaded = await Api.Download(upload.Id);
        Assert.Multiple(() =>
        {
            Assert.That(answer, Is.Status(201));
            Assert.That(answer.Header("Content-Type"), Is.EqualTo("application/json"));
            Assert.That(answer.Header("ETag"), Is.EqualTo("\"v1\""));
            Assert.That(answer.Header("Location"), Is.EqualTo($"../../images/{upload.Id}"));
            Assert.That((image.Id, image.FileName, image.ContentType, image.Size), Is.EqualTo((upload.Id, "large.png", "image/png", (long)bytes.Length)));
            Assert.That((image.Width, image.Height, image.Owner, image.Version), Is.EqualTo((640, 480, "user-17", 1)));
            Assert.That(image.Sha256, Is.EqualTo((string)description["sha256"]!));
            Assert.That(JsonNode.DeepEquals(answer.Json["metadata"], description["metadata"]));
            Assert.That(DateTimeOffset.Parse(image.CreatedAt, CultureInfo.InvariantCulture), Is.EqualTo(created));
            Assert.That(image.UpdatedAt, Is.EqualTo(image.CreatedAt));
            Assert.That(downloaded.Bytes, Is.Bytes(bytes));
            Assert.That(downloaded.Header("Content-Type"), Is.EqualTo("image/png"));
            Assert.That(downloaded.Header("ETag"), Is.EqualTo($"\"{image.Sha256}\""));
        });
        Assert.That((await Api.Get(upload.Id)).Text, Is.EqualTo(answer.Text));
    }

    [TestCase("")]
    [TestCase("/")]
    public async Task The_location_leads_to_the_image(string slash)
    {
        var upload = await LargeUpload.Put(Api, SampleImages.Png());

        var answer = await Api.Send(new RestRequest($"uploads/{upload.Id}/complete{slash}", Method.Post));
        var location = new Uri(new Uri($"{Api.BaseUrl}/uploads/{upload.Id}/complete{slash}"), answer.Header("Location"));
        var followed = await Api.Send(new RestRequest(location));

        Assert.That(answer, Is.Status(201));
        Assert.That(followed.Text, Is.EqualTo(answer.Text));
    }

    [Test]
    public async Task An_image_is_listed_once_it_is_complete()
    {
        var owner = $"owner-{Guid.NewGuid()}";
        var upload = await LargeUpload.Put(Api, SampleImages.Png(), owner: owner);

        var before = await Api.ListIds(("owner", owner));
        await Api.CompleteUpload(upload.Id);

        Assert.That(before, Is.Empty);
        await Eventually.That(() => Api.ListIds(("owner", owner)), Is.EqualTo([upload.Id]));
    }

    [TestCaseSource(typeof(SampleImages), nameof(SampleImages.All))]
    public async Task Each_supported_format_is_recognized(SampleImage sample)
    {
        var upload = await LargeUpload.Put(Api, sample.Bytes, sample.ContentType);

        var answer = await Api.CompleteUpload(upload.Id);

        Assert.That(answer, Is.Status(201));
        Assert.That((answer.Image.ContentType, answer.Image.Width, answer.Image.Height), Is.EqualTo((sample.ContentType, sample.Width, sample.Height)));
    }

    [TestCase(MiB)]
    [TestCase(MiB + 1)]
    [TestCase(20 * MiB)]
    public async Task An_image_may_be_larger_than_a_request(int size)
    {
        var bytes = SampleImages.OfSize(size);
        var upload = await LargeUpload.Put(Api, bytes);

        var answer = await Api.CompleteUpload(upload.Id);

        Assert.That(answer, Is.Status(201));
        Assert.That(answer.Image.Size, Is.EqualTo(size));
        Assert.That((answer.Image.Width, answer.Image.Height), Is.EqualTo((1, 1)));
    }

    [TestCase((3 * MiB) - 26, Description = "At the end of the file.")]
    [TestCase(MiB + 7)]
    [TestCase(MiB - 5, Description = "Across the end of what is read first.")]
    public async Task Dimensions_may_lie_anywhere(int directory)
    {
        var upload = await LargeUpload.Put(Api, SampleImages.Tiff(3 * MiB, directory), "image/tiff");

        var answer = await Api.CompleteUpload(upload.Id);

        Assert.That(answer, Is.Status(201));
        Assert.That((answer.Image.ContentType, answer.Image.Width, answer.Image.Height), Is.EqualTo(("image/tiff", 3, 5)));
    }

    [TestCase(5 * MiB / 2, Description = "As in photos of phones.")]
    [TestCase(15 * MiB)]
    public async Task Much_metadata_may_come_before_the_dimensions(int metadata)
    {
        var sample = SampleImages.Jpeg();
        byte[] bytes = [.. sample[..2], .. JpegSegments.Of(metadata), .. sample[2..]];
        var upload = await LargeUpload.Put(Api, bytes, "image/jpeg");

        var answer = await Api.CompleteUpload(upload.Id);

        Assert.That(answer, Is.Status(201));
        Assert.That((answer.Image.ContentType, answer.Image.Width, answer.Image.Height), Is.EqualTo(("image/jpeg", 320, 201)));
    }

    [TestCase("", "image/png")]
    [TestCase("nonsense", "image/webp")]
    [TestCase("image/png", "image/jpeg")]
    [TestCase("image/heic", "image/avif")]
    [TestCase(null, "image/gif")]
    public async Task Whatever_was_declared_the_bytes_decide_the_type(string? declared, string actual)
    {
        var bytes = SampleImages.Unique(actual);
        var description = LargeUpload.Describe(bytes);
        description["contentType"] = declared;
        var upload = (await Api.CreateUpload(description)).Upload;

        var put = await PresignedPut.Send(upload, bytes);
        var completed = await Api.CompleteUpload(upload.Id);
        var link = (string)(await Api.DownloadUrl(upload.Id)).Json["downloadUrl"]!;
        using var http = new HttpClient();
        using var downloaded = await http.GetAsync(link);

        Assert.That(put, Is.Status(200));
        Assert.That(completed, Is.Status(201));
        Assert.That(completed.Image.ContentType, Is.EqualTo(actual));
        Assert.That((await Api.Download(upload.Id)).Header("Content-Type"), Is.EqualTo(actual));
        Assert.That(downloaded.Content.Headers.ContentType!.MediaType, Is.EqualTo(actual));
        Assert.That(await downloaded.Content.ReadAsByteArrayAsync(), Is.Bytes(bytes));
    }

    [Test]
    public async Task Parameters_are_ignored()
    {
        var upload = await LargeUpload.Put(Api, SampleImages.Png());

        var answer = await Api.Send(new RestRequest($"uploads/{upload.Id}/complete?fbclid=1", Method.Post));

        Assert.That(answer, Is.Status(201));
    }

    [Test]
    public async Task A_body_is_not_looked_at()
    {
        var upload = await LargeUpload.Put(Api, SampleImages.Png());

        var answer = await Api.Send(new RestRequest($"uploads/{upload.Id}/complete", Method.Post).AddBody("{", ContentType.Json));

        Assert.That(answer, Is.Status(201));
    }
}
