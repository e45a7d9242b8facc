using System.Text;
using RestSharp;

namespace ImageService.E2E.Operations;

/// <summary>Bytes that are not what they should be, and types that nobody takes.</summary>
public sealed class UploadRefusalTests
{
    [TestCase("image/png")]
    [TestCase("application/octet-stream")]
    public async Task An_empty_body_is_an_empty_image(string contentType)
    {
        var answer = await Api.Upload([], contentType);

        Assert.That(answer, Is.Problem(400, "empty-image"));
    }

    [TestCase("text/plain")]
    [TestCase("text/html; charset=utf-8")]
    [TestCase("application/xml")]
    [TestCase("application/x-www-form-urlencoded")]
    [TestCase("video/mp4")]
    public async Task Any_other_content_type_is_refused(string contentType)
    {
        var answer = await Api.Upload(SampleImages.Png(), contentType);

        Assert.That(answer, Is.Problem(415, "unsupported-content-type"));
    }

    [Test]
    public async Task A_body_without_a_content_type_is_refused()
    {
        var answer = await Api.Send(new RestRequest("images", Method.Post));

        Assert.That(answer, Is.Problem(415, "unsupported-content-type"));
    }

    [TestCase("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "image/svg+xml")]
    [TestCase("<!doctype html><script>alert(1)</script>", "image/png")]
    [TestCase("just text", "application/octet-stream")]
    [TestCase("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", "image/heic")]
    [TestCase("%PDF-1.7", "application/octet-stream")]
    public async Task Bytes_that_are_no_supported_image_are_refused(string text, string contentType)
    {
        var answer = await Api.Upload(Encoding.Latin1.GetBytes(text), contentType);

        Assert.That(answer, Is.Problem(415, "unsupported-image"));
    }

    [Test]
    public async Task Content_that_lies_about_its_type_is_refused(
        [ValueSource(typeof(SampleImages), nameof(SampleImages.ContentTypes))] string actual)
    {
        var declared = actual == "image/png" ? "image/jpeg" : "image/png";

        var answer = await Api.Upload(SampleImages.Unique(actual), declared);

        Assert.That(answer, Is.Problem(415, "content-type-mismatch"));
        Assert.That(answer.Json["detail"]!.ToString(), Does.Contain(actual).And.Contain(declared));
    }

    [Test]
    public async Task A_lie_in_a_JSON_body_is_refused_too()
    {
        var content = Convert.ToBase64String(SampleImages.Png());

        var answer = await Api.UploadJson($$"""{"fileName":"a.gif","contentType":"image/gif","content":"{{content}}"}""");

        Assert.That(answer, Is.Problem(415, "content-type-mismatch"));
    }

    [TestCase("image/png")]
    [TestCase("IMAGE/PNG")]
    [TestCase("image/png; charset=binary")]
    [TestCase("image/*")]
    [TestCase("application/octet-stream")]
    public async Task The_type_that_the_bytes_have_is_taken(string contentType)
    {
        var answer = await Api.Upload(SampleImages.Png(), contentType);

        Assert.That(answer, Is.Status(201));
        Assert.That(answer.Image.ContentType, Is.EqualTo("image/png"));
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
