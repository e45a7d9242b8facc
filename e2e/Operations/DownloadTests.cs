namespace ImageService.E2E.Operations;

public sealed class DownloadTests
{
    [Test]
    public async Task The_bytes_come_with_headers_that_keep_them_from_acting_as_a_page()
    {
        var bytes = SampleImages.Png();
        var image = await Api.UploadImage(bytes, fileName: "naïve 🌅.png");

        var answer = await Api.Download(image.Id);

        Assert.Multiple(() =>
        {
            Assert.That(answer, Is.Status(200));
            Assert.That(answer.Bytes, Is.Bytes(bytes));
            Assert.That(answer.Header("Content-Type"), Is.EqualTo("image/png"));
            Assert.That(answer.Header("Content-Length"), Is.EqualTo($"{bytes.Length}"));
            Assert.That(answer.Header("Content-Disposition"), Is.EqualTo("inline; filename=\"naive _.png\"; filename*=UTF-8''na%C3%AFve%20%F0%9F%8C%85.png"));
            Assert.That(answer.Header("ETag"), Is.EqualTo($"\"{image.Sha256}\""));
            Assert.That(answer.Header("Accept-Ranges"), Is.EqualTo("bytes"));
            Assert.That(answer.Header("X-Content-Type-Options"), Is.EqualTo("nosniff"));
            Assert.That(answer.Header("Content-Security-Policy"), Is.EqualTo("default-src 'none'; style-src 'unsafe-inline'; sandbox"));
            Assert.That(answer.Header("Cross-Origin-Resource-Policy"), Is.EqualTo("cross-origin"));
            Assert.That(answer.Header("Cache-Control"), Is.EqualTo("private, no-cache"));
        });
    }

    [Test]
    public async Task An_unknown_id_answers_404()
    {
        var answer = await Api.Download(Guid.CreateVersion7().ToString());

        Assert.That(answer, Is.Problem(404, "image-not-found"));
    }

    [TestCaseSource(typeof(BadIds))]
    public async Task A_malformed_id_answers_400(string id)
    {
        var answer = await Api.Download(id);

        Assert.That(answer, Is.Problem(400, "invalid-image-id"));
    }

    [Test]
    public async Task A_deleted_image_is_not_found()
    {
        var image = await Api.UploadImage(SampleImages.Png());
        await Api.Delete(image.Id);

        var answer = await Api.Download(image.Id);

        Assert.That(answer, Is.Problem(404, "image-not-found"));
    }

    [Test]
    public async Task Fifty_downloads_at_once_get_the_same_bytes()
    {
        var bytes = SampleImages.OfSize(500_000);
        var image = await Api.UploadImage(bytes);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Api.Download(image.Id)));

        Assert.That(answers, Has.All.Matches<Answer>(answer => answer!.Bytes.AsSpan().SequenceEqual(bytes)));
    }
}
