using System.Net.Http.Headers;
using RestSharp;

namespace ImageService.E2E.Operations;

/// <summary>An image above 4 MiB does not fit an answer of Lambda: its download leads to S3.</summary>
public sealed class LargeDownloadTests
{
    private const int Largest = 4 * 1024 * 1024;

    [Test]
    public async Task A_large_image_is_redirected_to_S3_which_has_its_bytes()
    {
        var (image, bytes) = await Upload(Largest + 1);
        using var http = new HttpClient();

        var answer = await Api.Download(image.Id);
        using var download = await http.GetAsync(new Uri(answer.Header("Location")!));

        Assert.Multiple(async () =>
        {
            Assert.That(answer, Is.Status(307));
            Assert.That(answer.Bytes, Is.Empty);
            Assert.That(answer.Header("Cache-Control"), Is.EqualTo("no-store"));
            Assert.That((int)download.StatusCode, Is.EqualTo(200));
            Assert.That(await download.Content.ReadAsByteArrayAsync(), Is.Bytes(bytes));
            Assert.That(download.Content.Headers.ContentType?.ToString(), Is.EqualTo("image/png"));
            Assert.That(download.Content.Headers.GetValues("Content-Disposition").Single(), Is.EqualTo("inline; filename=\"large.png\"; filename*=UTF-8''large.png"));
        });
    }

    [Test]
    public async Task The_largest_that_fits_is_answered()
    {
        var (image, bytes) = await Upload(Largest);

        var answer = await Api.Download(image.Id);

        Assert.That(answer, Is.Status(200));
        Assert.That(answer.Bytes, Is.Bytes(bytes));
    }

    [Test]
    public async Task A_redirect_of_HEAD_is_signed_for_HEAD()
    {
        var (image, _) = await Upload(Largest + 1);
        using var http = new HttpClient();

        var answer = await Api.Send(new RestRequest($"images/{image.Id}?download=true", Method.Head));
        var location = new Uri(answer.Header("Location")!);
        using var head = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, location));
        using var get = await http.GetAsync(location);

        Assert.That(answer, Is.Status(307));
        Assert.That((int)head.StatusCode, Is.EqualTo(200));
        Assert.That(head.Content.Headers.ContentLength, Is.EqualTo(Largest + 1));
        Assert.That((int)get.StatusCode, Is.EqualTo(403));
    }

    [TestCase("bytes=0-9", 0, 9)]
    [TestCase("bytes=-10", Largest - 9, Largest)]
    public async Task A_client_that_repeats_its_range_gets_it_from_S3(string range, int first, int last)
    {
        var (image, bytes) = await Upload(Largest + 1);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Range = RangeHeaderValue.Parse(range);

        var answer = await Api.Send(new RestRequest($"images/{image.Id}?download=true").AddHeader("Range", range));
        using var part = await http.GetAsync(new Uri(answer.Header("Location")!));

        Assert.That(answer, Is.Status(307));
        Assert.That((int)part.StatusCode, Is.EqualTo(206));
        Assert.That(await part.Content.ReadAsByteArrayAsync(), Is.Bytes(bytes[first..(last + 1)]));
        Assert.That(part.Content.Headers.ContentRange?.ToString(), Is.EqualTo($"bytes {first}-{last}/{Largest + 1}"));
    }

    [Test]
    public async Task A_client_that_has_it_is_told_so_at_once()
    {
        var (image, _) = await Upload(Largest + 1);

        var answer = await Api.Send(new RestRequest($"images/{image.Id}?download=true").AddHeader("If-None-Match", $"\"{image.Sha256}\""));

        Assert.That(answer, Is.Status(304));
    }

    private static async Task<(ImageView Image, byte[] Bytes)> Upload(int size)
    {
        var bytes = SampleImages.OfSize(size);
        var upload = await LargeUpload.Put(Api, bytes);
        var completed = await Api.CompleteUpload(upload.Id);
        Assert.That(completed, Is.Status(201));
        return (completed.Image, bytes);
    }
}
