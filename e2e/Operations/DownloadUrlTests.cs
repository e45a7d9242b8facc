using System.Globalization;
using ImageService.E2E.Clouds;
using Microsoft.Extensions.Time.Testing;
using RestSharp;

namespace ImageService.E2E.Operations;

/// <summary>A presigned URL of the bytes: anyone who has it can fetch them from S3, for a while.</summary>
public sealed class DownloadUrlTests
{
    [Test]
    public async Task The_bytes_come_from_S3_with_the_type_and_the_name_of_the_image()
    {
        var bytes = SampleImages.Png();
        var image = await Api.UploadImage(bytes, fileName: "naïve 🌅.png");
        using var http = new HttpClient();

        var answer = await Api.DownloadUrl(image.Id);
        using var download = await http.GetAsync(new Uri((string)answer.Json["downloadUrl"]!));

        Assert.Multiple(async () =>
        {
            Assert.That(answer, Is.Status(200));
            Assert.That(answer.Header("Content-Type"), Is.EqualTo("application/json"));
            Assert.That(answer.Header("Cache-Control"), Is.EqualTo("no-store"));
            Assert.That(answer.Json.Select(member => member.Key), Is.EqualTo(["downloadUrl", "expiresAt"]));
            Assert.That((int)download.StatusCode, Is.EqualTo(200));
            Assert.That(await download.Content.ReadAsByteArrayAsync(), Is.Bytes(bytes));
            Assert.That(download.Content.Headers.ContentType?.ToString(), Is.EqualTo("image/png"));
            Assert.That(
                download.Content.Headers.GetValues("Content-Disposition").Single(),
                Is.EqualTo("inline; filename=\"naive _.png\"; filename*=UTF-8''na%C3%AFve%20%F0%9F%8C%85.png"));
        });
    }

    [Test]
    public async Task The_URL_is_good_for_an_hour_and_not_a_second_more()
    {
        var image = await Api.UploadImage(SampleImages.Png());

        var before = DateTimeOffset.UtcNow;
        var answer = await Api.DownloadUrl(image.Id);

        var expiresAt = DateTimeOffset.Parse((string)answer.Json["expiresAt"]!, CultureInfo.InvariantCulture);
        // The SDK signs by the clock of S3, as it estimates it: it may be off by some seconds where answers take long.
        Assert.That(expiresAt, Is.InRange(before.AddMinutes(59), DateTimeOffset.UtcNow.AddHours(1)));
        Assert.That(PresignedPut.Seconds((string)answer.Json["downloadUrl"]!), Is.InRange(3540, 3600));
    }

    [TestCase(-1, 200)]
    [TestCase(1, 403)]
    [NotOnLocalStack("It has no clock that a test can move.")]
    public async Task S3_refuses_the_URL_after_it_has_expired(int seconds, int status)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var cloud = await Embedded.StartAsync(new() { Time = time });
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        var answer = await cloud.Api.DownloadUrl(image.Id);
        using var http = new HttpClient();

        time.Advance((DateTimeOffset)answer.Json["expiresAt"]! - time.GetUtcNow() + TimeSpan.FromSeconds(seconds));
        using var download = await http.GetAsync(new Uri((string)answer.Json["downloadUrl"]!));

        Assert.That((int)download.StatusCode, Is.EqualTo(status));
    }

    [Test]
    public async Task HEAD_has_the_headers_without_the_URL()
    {
        var image = await Api.UploadImage(SampleImages.Png());

        var answer = await Api.Send(new RestRequest($"images/{image.Id}?download=url", Method.Head));

        Assert.That(answer, Is.Status(200));
        Assert.That(answer.Bytes, Is.Empty);
        Assert.That(answer.Header("Cache-Control"), Is.EqualTo("no-store"));
    }

    [Test]
    public async Task An_unknown_id_answers_404()
    {
        var answer = await Api.DownloadUrl(Guid.CreateVersion7().ToString());

        Assert.That(answer, Is.Problem(404, "image-not-found"));
    }

    [TestCaseSource(typeof(BadIds))]
    public async Task A_malformed_id_answers_400(string id)
    {
        var answer = await Api.DownloadUrl(id);

        Assert.That(answer, Is.Problem(400, "invalid-image-id"));
    }
}
