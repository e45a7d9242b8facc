using System.Text;
using RestSharp;

namespace ImageService.E2E.Operations;

/// <summary>Bytes that are not what they should be.</summary>
public sealed class UploadRefusalTests
{
    [TestCase("image/png")]
    [TestCase("application/octet-stream")]
    public async Task An_empty_body_is_an_empty_image(string contentType)
    {
        var answer = await Api.Upload([], contentType);

        Assert.That(answer, Is.Problem(400, "empty-image"));
    }

    [Test]
    public async Task No_body_at_all_is_an_empty_image()
    {
        var answer = await Api.Send(new RestRequest("images", Method.Post));

        Assert.That(answer, Is.Problem(400, "empty-image"));
    }

    [TestCase("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "image/svg+xml")]
    [TestCase("<!doctype html><script>alert(1)</script>", "image/png")]
    [TestCase("just text", "application/octet-stream")]
    [TestCase("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", "image/heic")]
    [TestCase("%PDF-1.7", "application/octet-stream")]
    public async Task Bytes_that_are_not_a_supported_image_are_refused(string text, string contentType)
    {
        var answer = await Api.Upload(Encoding.Latin1.GetBytes(text), contentType);

        Assert.That(answer, Is.Problem(415, "unsupported-image"));
    }

    [Test]
    public async Task An_image_without_readable_dimensions_is_corrupt(
        [ValueSource(typeof(SampleImages), nameof(SampleImages.ContentTypes))] string contentType)
    {
        var signatureOnly = SampleImages.Unique(contentType)[..16];

        var answer = await Api.Upload(contentType == "image/gif" ? signatureOnly[..8] : signatureOnly, contentType);

        Assert.That(answer, Is.Problem(422, "corrupt-image"));
    }

    [Test]
    public async Task An_image_without_a_pixel_is_corrupt()
    {
        var answer = await Api.Upload(SampleImages.Png(width: 0, height: 7));

        Assert.That(answer, Is.Problem(422, "corrupt-image"));
    }
}
