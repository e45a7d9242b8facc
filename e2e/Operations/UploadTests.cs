using System.Globalization;
using System.Security.Cryptography;
using RestSharp;

namespace ImageService.E2E.Operations;

public sealed class UploadTests
{
    [Test]
    public async Task A_new_image_is_described_in_full()
    {
        var bytes = SampleImages.Png(640, 480);
        var before = DateTimeOffset.UtcNow;

        var answer = await Api.Upload(bytes, "image/png", "Sonnenuntergang über Goa 🌅.png", "user-17");

        var image = answer.Image;
        var created = DateTimeOffset.ParseExact(image.CreatedAt, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        Assert.Multiple(() =>
        {
            Assert.That(answer, Is.Status(201));
            Assert.That(answer.Header("Content-Type"), Is.EqualTo("application/json"));
            Assert.That(answer.Header("ETag"), Is.EqualTo("\"v1\""));
            Assert.That(answer.Header("Location"), Is.EqualTo($"images/{image.Id}"));
            Assert.That(Guid.Parse(image.Id).Version, Is.EqualTo(7));
            Assert.That(image.FileName, Is.EqualTo("Sonnenuntergang über Goa 🌅.png"));
            Assert.That(image.ContentType, Is.EqualTo("image/png"));
            Assert.That(image.Size, Is.EqualTo(bytes.Length));
            Assert.That((image.Width, image.Height), Is.EqualTo((640, 480)));
            Assert.That(image.Sha256, Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(bytes))));
            Assert.That(image.Owner, Is.EqualTo("user-17"));
            Assert.That(image.Metadata, Is.Null);
            Assert.That(image.UpdatedAt, Is.EqualTo(image.CreatedAt));
            Assert.That(created, Is.InRange(before.AddSeconds(-1), DateTimeOffset.UtcNow.AddSeconds(1)));
            Assert.That(image.Version, Is.EqualTo(1));
        });
    }

    [Test]
    public async Task The_id_holds_the_millisecond_of_creation()
    {
        var image = await Api.UploadImage(SampleImages.Png());

        var milliseconds = Convert.ToInt64(image.Id[..8] + image.Id[9..13], 16);

        Assert.That(
            DateTimeOffset.FromUnixTimeMilliseconds(milliseconds),
            Is.EqualTo(DateTimeOffset.Parse(image.CreatedAt, CultureInfo.InvariantCulture)));
    }

    [Test]
    public async Task Absent_fields_are_left_out()
    {
        var answer = await Api.Upload(SampleImages.Png());

        Assert.That(
            answer.Json.Select(member => member.Key),
            Is.EquivalentTo(["id", "fileName", "contentType", "size", "width", "height", "sha256", "createdAt", "updatedAt", "version"]));
    }

    [Test]
    public async Task The_location_leads_to_the_image()
    {
        var uploaded = await Api.Upload(SampleImages.Png());

        var location = new Uri(new Uri($"{Api.BaseUrl}/images"), uploaded.Header("Location"));
        var followed = await Api.Send(new RestRequest(location));

        Assert.That(followed, Is.Status(200));
        Assert.That(followed.Text, Is.EqualTo(uploaded.Text));
    }

    [TestCaseSource(typeof(SampleImages), nameof(SampleImages.All))]
    public async Task Each_supported_format_comes_back_byte_for_byte(SampleImage sample)
    {
        var image = await Api.UploadImage(sample.Bytes);

        var downloaded = await Api.Download(image.Id);

        Assert.That((image.ContentType, image.Width, image.Height), Is.EqualTo((sample.ContentType, sample.Width, sample.Height)));
        Assert.That(downloaded.Header("Content-Type"), Is.EqualTo(sample.ContentType));
        Assert.That(downloaded.Bytes, Is.Bytes(sample.Bytes));
    }

    [Test]
    public async Task Without_a_name_the_image_is_named_after_its_id_and_format()
    {
        var image = await Api.UploadImage(SampleImages.Jpeg());

        Assert.That(image.FileName, Is.EqualTo($"{image.Id}.jpg"));
    }

    [Test]
    public async Task The_same_bytes_twice_are_two_images()
    {
        var bytes = SampleImages.Png();

        var first = await Api.UploadImage(bytes);
        var second = await Api.UploadImage(bytes);

        Assert.That(second.Id, Is.Not.EqualTo(first.Id));
        Assert.That(second.Sha256, Is.EqualTo(first.Sha256));
    }

    [Test]
    public async Task Two_hundred_parallel_uploads_get_two_hundred_ids()
    {
        var owner = $"owner-{Guid.NewGuid()}";

        var images = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Api.UploadImage(SampleImages.Png(), owner: owner)));

        var ids = images.Select(image => image.Id).ToList();
        Assert.That(ids, Is.Unique);
        await Eventually.That(() => Api.ListIds(("owner", owner), ("limit", "100")), Is.EquivalentTo(ids));
    }
}
