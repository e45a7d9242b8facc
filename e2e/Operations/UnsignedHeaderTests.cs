using System.Net.Http.Headers;

namespace ImageService.E2E.Operations;

/// <summary>Headers that an uploader adds to the PUT of a large image. S3 keeps them with the object, since the URL does not restrict them.</summary>
public sealed class UnsignedHeaderTests
{
    private const int Largest = 4 * 1024 * 1024;

    [TestCase("Content-Encoding", "gzip")]
    [TestCase("Content-Encoding", "br")]
    [TestCase("Content-Encoding", "identity")]
    [TestCase("Content-Language", "de")]
    [TestCase("Expires", "Thu, 01 Dec 2033 16:00:00 GMT")]
    [TestCase("Expires", "0")]
    public async Task An_upload_that_browsers_would_read_otherwise_is_not_completed(string name, string value)
    {
        var upload = await Put(SampleImages.Png(), name, value);

        var answer = await Api.CompleteUpload(upload.Id);

        Assert.That(answer, Is.Problem(422, "corrupt-image"));
        Assert.That((string?)answer.Json["detail"], Does.StartWith($"The bytes were sent with {name}."));
        Assert.That(await Api.Get(upload.Id), Is.Problem(404, "image-not-found"));
    }

    [TestCase("Cache-Control", "public, max-age=31536000, immutable")]
    [TestCase("Cache-Control", "no-cache", Description = "Browsers add it while their cache is off.")]
    [TestCase("Content-Disposition", "attachment; filename=\"setup.exe\"")]
    public async Task Downloads_have_headers_of_their_own(string name, string value)
    {
        var upload = await Put(SampleImages.Png(), name, value);

        var completed = await Api.CompleteUpload(upload.Id);
        var download = await Api.Download(upload.Id);
        var variant = await Api.Variant(upload.Id, "");
        var link = await Api.DownloadUrl(upload.Id);

        Assert.That(completed, Is.Status(201));
        Assert.That((download.Header("Cache-Control"), download.Header("Content-Disposition")), Is.EqualTo(("private, no-cache", "inline; filename=\"large.png\"; filename*=UTF-8''large.png")));
        Assert.That((variant.Header("Cache-Control"), variant.Header("Content-Disposition")), Is.EqualTo(("private, max-age=3600", "inline; filename=\"large.jpg\"; filename*=UTF-8''large.jpg")));
        await AssertOwnHeaders((string)link.Json["downloadUrl"]!);
    }

    [TestCase("Cache-Control", "public, max-age=31536000, immutable")]
    [TestCase("Content-Disposition", "attachment; filename=\"setup.exe\"")]
    public async Task An_answer_of_S3_after_a_redirect_has_the_headers_of_the_service_too(string name, string value)
    {
        var upload = await Put(SampleImages.OfSize(Largest + 1), name, value);

        var completed = await Api.CompleteUpload(upload.Id);
        var download = await Api.Download(upload.Id);

        Assert.That((completed.Status, download.Status), Is.EqualTo((201, 307)));
        await AssertOwnHeaders(download.Header("Location")!);
    }

    private static async Task<UploadView> Put(byte[] image, string name, string value)
    {
        var upload = await LargeUpload.Create(Api, image);
        var put = await PresignedPut.Send(upload, image, request =>
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content!.Headers.TryAddWithoutValidation(name, value);
        });
        Assert.That(put, Is.Status(200));
        return upload;
    }

    private static async Task AssertOwnHeaders(string url)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(url));
        Assert.That((int)answer.StatusCode, Is.EqualTo(200));
        Assert.That(answer.Headers.CacheControl, Is.EqualTo(CacheControlHeaderValue.Parse("private, no-cache")));
        Assert.That(answer.Content.Headers.GetValues("Content-Disposition"), Is.EqualTo(["inline; filename=\"large.png\"; filename*=UTF-8''large.png"]));
        Assert.That(answer.Content.Headers.ContentEncoding, Is.Empty);
    }
}
