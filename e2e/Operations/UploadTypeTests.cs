namespace ImageService.E2E.Operations;

/// <summary>The declared type of an image is a hint: its bytes decide.</summary>
public sealed class UploadTypeTests
{
    [TestCase("image/png")]
    [TestCase("IMAGE/PNG; charset=binary")]
    [TestCase("image/jpeg")]
    [TestCase("image/*")]
    [TestCase("image/svg+xml")]
    [TestCase("application/octet-stream")]
    [TestCase("binary/octet-stream")]
    [TestCase("application/x-www-form-urlencoded", Description = "curl --data-binary says so.")]
    [TestCase("text/plain;charset=UTF-8")]
    [TestCase("application/xml")]
    [TestCase("multipart/mixed; boundary=x")]
    [TestCase("application/merge-patch+json")]
    [TestCase("image")]
    [TestCase("")]
    [TestCase("///;;;===")]
    [TestCase(null)]
    public async Task Whatever_the_type_the_body_is_the_image(string? contentType)
    {
        var image = SampleImages.Png();
        var headers = contentType is null ? Array.Empty<(string, string)>() : [("Content-Type", contentType)];

        var answer = await PlainHttp.Send(HttpMethod.Post, "images?fileName=a.png&owner=user-17&utm_source=mail", image, headers);

        Assert.That(answer, Is.Status(201));
        Assert.That((answer.Image.ContentType, answer.Image.FileName, answer.Image.Owner), Is.EqualTo(("image/png", "a.png", "user-17")));
        Assert.That((await Api.Download(answer.Image.Id)).Bytes, Is.Bytes(image));
    }

    [TestCase("image/jpeg")]
    [TestCase("multipart/form-data")]
    [TestCase("application/json")]
    [TestCase("nonsense")]
    [TestCase("")]
    public async Task The_type_of_a_part_is_a_hint(string contentType)
    {
        byte[] head = [.. "--frontier\r\nContent-Disposition: form-data; name=file; filename=photo.jpg\r\nContent-Type: "u8, .. System.Text.Encoding.UTF8.GetBytes(contentType)];

        var answer = await PlainHttp.UploadForm([.. head, .. "\r\n\r\n"u8, .. SampleImages.WebP(), .. "\r\n--frontier--\r\n"u8]);

        Assert.That(answer, Is.Status(201));
        Assert.That((answer.Image.ContentType, answer.Image.FileName), Is.EqualTo(("image/webp", "photo.jpg")));
    }

    [TestCase("image/png; x=y")]
    [TestCase("image/jpeg")]
    [TestCase("application/pdf")]
    [TestCase("nonsense")]
    [TestCase("")]
    public async Task The_type_in_JSON_is_a_hint(string contentType)
    {
        var answer = await Api.UploadJson($$"""{"fileName":"a.jpg","contentType":"{{contentType}}","content":"{{Convert.ToBase64String(SampleImages.Gif())}}"}""");

        Assert.That(answer, Is.Status(201));
        Assert.That(answer.Image.ContentType, Is.EqualTo("image/gif"));
    }
}
