using RestSharp;

namespace ImageService.E2E.Operations;

/// <summary>Range (RFC 9110, section 14): a download that goes on where it was cut off.</summary>
public sealed class DownloadRangeTests
{
    private readonly byte[] _bytes = SampleImages.OfSize(1000);

    [TestCase("bytes=0-9", 0, 9)]
    [TestCase("bytes=990-", 990, 999)]
    [TestCase("bytes=990-5000", 990, 999)]
    [TestCase("bytes=-10", 990, 999)]
    [TestCase("bytes=-5000", 0, 999)]
    [TestCase("bytes=999-999", 999, 999)]
    [TestCase("Bytes=0-0", 0, 0)]
    public async Task One_range_is_answered_with_its_bytes(string range, int first, int last)
    {
        var image = await Api.UploadImage(_bytes, fileName: "a.png");

        var answer = await Get(image.Id, range);

        Assert.Multiple(() =>
        {
            Assert.That(answer, Is.Status(206));
            Assert.That(answer.Bytes, Is.Bytes(_bytes[first..(last + 1)]));
            Assert.That(answer.Header("Content-Range"), Is.EqualTo($"bytes {first}-{last}/1000"));
            Assert.That(answer.Header("Content-Length"), Is.EqualTo($"{last - first + 1}"));
            Assert.That(answer.Header("Content-Type"), Is.EqualTo("image/png"));
            Assert.That(answer.Header("ETag"), Is.EqualTo($"\"{image.Sha256}\""));
            Assert.That(answer.Header("Accept-Ranges"), Is.EqualTo("bytes"));
            Assert.That(answer.Header("Content-Disposition"), Is.EqualTo("inline; filename=\"a.png\"; filename*=UTF-8''a.png"));
            Assert.That(answer.Header("X-Content-Type-Options"), Is.EqualTo("nosniff"));
            Assert.That(answer.Header("Cross-Origin-Resource-Policy"), Is.EqualTo("cross-origin"));
            Assert.That(answer.Header("Cache-Control"), Is.EqualTo("private, no-cache"));
        });
    }

    [TestCase("bytes=1000-")]
    [TestCase("bytes=5000-6000")]
    [TestCase("bytes=-0")]
    public async Task A_range_without_any_of_the_bytes_is_not_satisfiable(string range)
    {
        var image = await Api.UploadImage(_bytes);

        var answer = await Get(image.Id, range);

        Assert.That(answer, Is.Problem(416, "range-not-satisfiable"));
        Assert.That(answer.Header("Content-Range"), Is.EqualTo("bytes */1000"));
    }

    [TestCase("bytes=0-1,5-6", Description = "Several ranges may be answered with everything.")]
    [TestCase("bytes=9-1")]
    [TestCase("bytes=a-b")]
    [TestCase("bytes=")]
    [TestCase("bytes=99999999999999999999-")]
    [TestCase("lines=0-9")]
    [TestCase("nonsense")]
    public async Task What_asks_for_no_single_range_is_answered_with_everything(string range)
    {
        var image = await Api.UploadImage(_bytes);

        var answer = await Get(image.Id, range);

        Assert.That(answer, Is.Status(200));
        Assert.That(answer.Bytes, Is.Bytes(_bytes));
        Assert.That(answer.Header("Content-Range"), Is.Null);
    }

    [TestCase("\"{0}\"", 206)]
    [TestCase("W/\"{0}\"", 200)]
    [TestCase("\"other\"", 200)]
    [TestCase("Sat, 21 Nov 2026 19:00:00 GMT", 200)]
    [TestCase("nonsense", 200)]
    public async Task A_range_of_other_bytes_than_the_client_has_begun_with_is_everything(string ifRange, int status)
    {
        var image = await Api.UploadImage(_bytes);

        var answer = await Api.Send(Request(image.Id, "bytes=0-9").AddHeader("If-Range", ifRange.Replace("{0}", image.Sha256, StringComparison.Ordinal)));

        Assert.That(answer, Is.Status(status));
        Assert.That(answer.Bytes, Has.Length.EqualTo(status == 206 ? 10 : 1000));
    }

    [Test]
    public async Task HEAD_ignores_ranges()
    {
        var image = await Api.UploadImage(_bytes);

        var answer = await Api.Send(new RestRequest($"images/{image.Id}?download=true", Method.Head).AddHeader("Range", "bytes=5000-"));

        Assert.That(answer, Is.Status(200));
    }

    [Test]
    public async Task Metadata_has_no_ranges()
    {
        var image = await Api.UploadImage(_bytes);

        var answer = await Api.Send(new RestRequest($"images/{image.Id}").AddHeader("Range", "bytes=0-9"));

        Assert.That(answer, Is.Status(200));
        Assert.That(answer.Image, Is.EqualTo(image));
    }

    private static Task<Answer> Get(string id, string range) => Api.Send(Request(id, range));

    private static RestRequest Request(string id, string range) =>
        new RestRequest($"images/{id}?download=true").AddHeader("Accept", "image/*").AddHeader("Range", range);
}
